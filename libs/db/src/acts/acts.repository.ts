import type { ActDesk, ActStatus, NewAct } from '@laurel/contracts';
import type { ActKind, Choice, RefusalCode } from '@laurel/domain';
import { newId } from '../ids.ts';
import type { Database } from '../database.ts';

interface StatusRow {
  readonly id: string;
  readonly state: ActStatus['state'];
  readonly refusal: RefusalCode | null;
  readonly seq: number | null;
  readonly settled_at: Date | null;
}

/** An act that some workflow has not acknowledged yet: not recorded, or recorded and perhaps in no history. */
export interface PendingAct {
  readonly id: string;
  readonly state: 'pending' | 'recorded';
  readonly nominationId: string;
  readonly programme: string;
  readonly campaign: string;
  readonly kind: ActKind;
  readonly taskId: string | null;
  readonly choice: Choice | null;
  readonly attempts: number;
}

const STATUS = 'id, state, refusal, seq, settled_at';

// An act pressed twice is one act: the second insert finds the first by its unique index and changes nothing.
const WRITE = `
INSERT INTO act (id, nomination_id, kind, task_id, actor, choice, reason, body, origin, state)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'pending')
ON CONFLICT (task_id, actor, kind, choice) WHERE task_id IS NOT NULL AND state <> 'refused'
DO UPDATE SET attempts = act.attempts
RETURNING ${STATUS}`;

const CLAIMED = `act.id, act.state, act.nomination_id AS "nominationId", n.programme, n.campaign, act.kind, act.task_id AS "taskId", act.choice,
   act.attempts`;

// An act whose id was given is written once, however often and at once it is asked for.
const WRITE_ONCE = WRITE.replace(/ON CONFLICT .*\n/, 'ON CONFLICT (id)\n');

const CLAIM = `
UPDATE act SET lease_until = now() + make_interval(secs => $2), lease_owner = $4, attempts = act.attempts + 1
  FROM nomination n
 WHERE n.id = act.nomination_id AND act.id IN (SELECT id FROM act WHERE state = 'pending' AND (lease_until IS NULL OR lease_until < now())
                 AND (actor LIKE 'source:%' OR kind = 'recalculate' OR created_at < now() - make_interval(secs => $3))
               ORDER BY created_at LIMIT $1 FOR UPDATE SKIP LOCKED)
RETURNING ${CLAIMED}`;

const CLAIM_UNTOLD = `
UPDATE act SET lease_until = now() + make_interval(secs => $2), attempts = act.attempts + 1
  FROM nomination n
 WHERE n.id = act.nomination_id AND act.id IN (SELECT id FROM act WHERE state = 'recorded' AND lease_until < now() LIMIT $1 FOR UPDATE SKIP LOCKED)
RETURNING ${CLAIMED}`;

/** The rows of what people and systems did: written first, acknowledged by the workflow's transition. */
export class ActsRepository implements ActDesk {
  private readonly database: Database;
  private readonly owner: string | null;

  /** `owner` is who claims: `<host>:<process>`; null for those who only write. */
  constructor(database: Database, owner: string | null = null) {
    this.database = database;
    this.owner = owner;
  }

  async write(act: NewAct): Promise<ActStatus> {
    const { body } = act;
    const values = [
      act.id ?? newId(),
      act.nominationId,
      body.kind,
      taskIdOf(body),
      act.actor,
      markOf(body),
      act.reason,
      JSON.stringify(body),
      act.origin && JSON.stringify(act.origin),
    ];
    const { rows } = await this.database.pool.query<StatusRow>(statement(act.id, values));
    const [row] = rows;
    if (!row) throw new Error('An act was neither written nor found');
    return statusOf(row);
  }

  async statusOf(actId: string): Promise<ActStatus | null> {
    const text = `SELECT ${STATUS} FROM act WHERE id = $1`;
    const { rows } = await this.database.pool.query<StatusRow>({ name: 'act-status', text, values: [actId] });
    return rows[0] ? statusOf(rows[0]) : null;
  }

  async refuse(actId: string, code: RefusalCode): Promise<void> {
    const text = `UPDATE act SET state = 'refused', refusal = $2, settled_at = now(), lease_until = NULL WHERE id = $1 AND state = 'pending'`;
    await this.database.pool.query({ name: 'refuse-pending-act', text, values: [actId, code] });
  }

  /** Refuses a pending act whose nomination has ended; one whose workflow has yet to start stays pending. */
  async refuseWhereEnded(actId: string): Promise<void> {
    const text = `UPDATE act SET state = 'refused', refusal = 'CASE_ENDED', settled_at = now(), lease_until = NULL
       FROM nomination n WHERE act.id = $1 AND act.state = 'pending' AND n.id = act.nomination_id AND n.ended_at IS NOT NULL`;
    await this.database.pool.query({ name: 'refuse-where-ended', text, values: [actId] });
  }

  /** Notes that the history of a recorded act knows it: nobody needs to tell it again. */
  async acknowledge(actIds: readonly string[]): Promise<void> {
    const text = `UPDATE act SET lease_until = NULL WHERE id = ANY($1) AND state = 'recorded'`;
    await this.database.pool.query({ name: 'acknowledge-acts', text, values: [actIds] });
  }

  /** Claims recorded acts of which nobody has heard that their histories have them. */
  async claimUntold(limit: number, leaseSeconds: number): Promise<readonly PendingAct[]> {
    const { rows } = await this.database.pool.query<PendingAct>({
      name: 'claim-untold-acts',
      text: CLAIM_UNTOLD,
      values: [limit, leaseSeconds],
    });
    return rows;
  }

  /** Claims acts to tell workflows of: facts at once, a person's act only when its own request has had time to. */
  async claimPending(limit: number, leaseSeconds: number, personGraceSeconds: number): Promise<readonly PendingAct[]> {
    const { rows } = await this.database.pool.query<PendingAct>({
      name: 'claim-acts',
      text: CLAIM,
      values: [limit, leaseSeconds, personGraceSeconds, this.owner],
    });
    return rows;
  }
}

/** The task that an act was pressed on; an extension may name one and is still not pressed there: two of them are two. */
function taskIdOf(body: NewAct['body']): string | null {
  return 'taskId' in body && body.kind !== 'extend' ? body.taskId : null;
}

function statement(id: string | undefined, values: unknown[]): { name: string; text: string; values: unknown[] } {
  return id === undefined ? { name: 'write-act', text: WRITE, values } : { name: 'write-act-once', text: WRITE_ONCE, values };
}

/** What tells two acts of one person on one task apart. */
function markOf(body: NewAct['body']): string | null {
  if (body.kind === 'decide') return body.choice;
  if (body.kind === 'more-time') return String(body.time);
  return body.kind === 'delegate' || body.kind === 'reassign' ? body.toPersonId : null;
}

function statusOf(row: StatusRow): ActStatus {
  return { id: row.id, state: row.state, refusal: row.refusal, seq: row.seq, settledAt: row.settled_at?.getTime() ?? null };
}
