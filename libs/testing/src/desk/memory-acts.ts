import type { ActDesk, ActStatus, NewAct } from '@laurel/contracts';
import type { Act, ActBody, RefusalCode } from '@laurel/domain';

/** An act with what became of it. */
export interface KeptAct extends Act, ActStatus {}

/** The act rows in memory. */
export class MemoryActs implements ActDesk {
  private readonly acts = new Map<string, KeptAct>();

  write(act: NewAct): Promise<ActStatus> {
    const known = this.find(act);
    return Promise.resolve(known ?? this.insert(act));
  }

  statusOf(actId: string): Promise<ActStatus | null> {
    return Promise.resolve(this.get(actId));
  }

  refuse(actId: string, code: RefusalCode): Promise<void> {
    this.settle(actId, { state: 'refused', refusal: code });
    return Promise.resolve();
  }

  get(actId: string): KeptAct | null {
    return this.acts.get(actId) ?? null;
  }

  /** Settles an act that is still pending; does nothing once it is settled. */
  settle(actId: string, changes: Partial<ActStatus>): void {
    const act = this.acts.get(actId);
    if (act?.state === 'pending') this.acts.set(actId, { ...act, ...changes });
  }

  private insert({ nominationId, actor, reason, body }: NewAct): KeptAct {
    const id = `act-${String(this.acts.size + 1)}`;
    const act: KeptAct = { id, nominationId, actor, reason, body, state: 'pending', refusal: null, seq: null, settledAt: null };
    this.acts.set(id, act);
    return act;
  }

  /** The same person's same act on the same task, unless it was refused. */
  private find({ actor, body }: NewAct): KeptAct | undefined {
    if (!isOnTask(body)) return undefined;
    return [...this.acts.values()].find(
      (act) => act.state !== 'refused' && act.actor === actor && isOnTask(act.body) && sameMark(act.body, body),
    );
  }
}

type TaskBody = Extract<ActBody, { readonly taskId: string }>;

/** An extension may name a task and is still not pressed on its page: two of them are two. */
function isOnTask(body: ActBody): body is TaskBody {
  return 'taskId' in body && body.kind !== 'extend';
}

function sameMark(one: TaskBody, other: TaskBody): boolean {
  return one.taskId === other.taskId && one.kind === other.kind && markOf(one) === markOf(other);
}

function markOf(body: TaskBody): string | null {
  if (body.kind === 'decide') return body.choice;
  if (body.kind === 'more-time') return String(body.time);
  return 'toPersonId' in body ? body.toPersonId : null;
}
