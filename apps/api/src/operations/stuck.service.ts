import { nominationWorkflowId } from '@laurel/contracts';
import type { Snapshot, Sees } from '@laurel/db';
import { classify, TURN_FRESH_MS, type StuckGroup } from '@laurel/domain';
import { Inject, Injectable } from '@nestjs/common';
import { PART, type ApiParts } from '../parts/parts.ts';
import type { Stuck } from './operations.schemas.ts';

const PING_MS = 2_000;
/** A look older than this says nothing of now. */
const LOOK_FRESH_MS = 45_000;
const CASES_SHOWN = 500;
const CASES_OF_ONE = 10_000;

type Wanted = { readonly class?: string | undefined; readonly group?: string | undefined };

interface Look {
  readonly asOf: number;
  readonly sees: Sees;
  readonly stale: boolean;
  readonly groups: readonly StuckGroup[];
}

@Injectable()
export class StuckService {
  private readonly operations: ApiParts['operations'];
  private readonly gateway: ApiParts['gateway'];

  constructor(@Inject(PART.operations) operations: ApiParts['operations'], @Inject(PART.gateway) gateway: ApiParts['gateway']) {
    this.operations = operations;
    this.gateway = gateway;
  }

  /** What is stuck, as of when, and what could be seen for it. Looking writes nothing. */
  async report(wanted: Wanted, language: 'vi' | 'en'): Promise<Stuck> {
    const look = await this.look(wanted, wanted.group === undefined ? CASES_SHOWN : CASES_OF_ONE);
    return {
      asOf: new Date(look.asOf).toISOString(),
      sees: look.sees,
      stale: look.stale,
      differences: look.groups.filter((group) => group.class === 'PROJECTION_LAG').reduce((sum, { count }) => sum + count, 0),
      groups: look.groups.map((group) => shown(group, language)),
    };
  }

  /** The cases of a group; null when there is no such group now. */
  async casesOf(groupKey: string): Promise<StuckGroup['cases'] | null> {
    const { groups } = await this.look({ group: groupKey }, CASES_OF_ONE);
    return groups.find((group) => group.groupKey === groupKey)?.cases ?? null;
  }

  /**
   * What the classifier saw last, while that is fresh and somebody works. Otherwise this process looks by itself, as far as
   * it can: an old list must not pass for a healthy one.
   */
  private async look(wanted: Wanted, cases: number): Promise<Look> {
    const { snapshots, evidence } = this.operations;
    const [last, tables, reachable] = await Promise.all([snapshots.last(), evidence.tables(), this.gateway.ping(PING_MS)]);
    const at = Date.now();
    if (last && isFresh(last, at) && last.sees.temporal === reachable && at - (tables.lastTurnAt ?? 0) < TURN_FRESH_MS)
      return { asOf: last.asOf, sees: last.sees, stale: false, groups: await snapshots.groups({ ...wanted, cases }) };
    const groups = classify({ at, tables, server: { reachable, queue: null, examined: [], marked: null } });
    const sees = { temporal: reachable, database: true, visibility: false };
    const asked = groups.filter(
      (group) => (wanted.class ?? group.class) === group.class && (wanted.group ?? group.groupKey) === group.groupKey,
    );
    return { asOf: at, sees, stale: true, groups: asked.map((group) => ({ ...group, cases: group.cases.slice(0, cases) })) };
  }
}

const isFresh = ({ asOf }: Snapshot, at: number): boolean => at - asOf < LOOK_FRESH_MS;

function shown({ cause, evidence, cases, since, remedies, ...group }: StuckGroup, language: 'vi' | 'en'): Stuck['groups'][number] {
  return {
    ...group,
    since: new Date(since).toISOString(),
    cause: cause[language],
    causeIn: { ...cause },
    evidence: evidence[language],
    evidenceIn: { ...evidence },
    remedies: [...remedies],
    cases: cases.map(({ nominationId, eventId, since: caseSince }) => ({
      ...(nominationId !== null && { nominationId, workflowId: nominationWorkflowId(nominationId) }),
      ...(eventId !== null && { eventId }),
      since: new Date(caseSince).toISOString(),
    })),
  };
}
