import type { Database } from '../database.ts';
import { Conditions } from './nomination-places.ts';
import { LATE } from './nomination-search.ts';
import type { IsoInstant } from './iso-instant.ts';

export interface Standing {
  readonly level: string;
  readonly stage: string;
  readonly state: string;
  readonly count: number;
  readonly late: number;
  readonly held: number;
}

/** How many have ended so, and at which level. */
export interface Ending {
  readonly level: string;
  readonly state: string;
  readonly count: number;
}

export interface DecidedDay {
  readonly day: string;
  readonly awarded: number;
  readonly referred: number;
  readonly notQualified: number;
}

export interface CampaignCount {
  readonly programme: string;
  readonly campaign: string;
  readonly total: number;
  readonly open: number;
  readonly late: number;
  readonly decided: number;
}

/** A season at a glance. */
export interface Overview {
  readonly asOf: IsoInstant;
  readonly total: number;
  readonly open: number;
  readonly late: number;
  readonly held: number;
  readonly dueThisWeek: number;
  readonly decided: number;
  readonly standing: readonly Standing[];
  readonly endings: readonly Ending[];
  readonly dueByDay: readonly { readonly day: string; readonly count: number }[];
  readonly decidedByDay: readonly DecidedDay[];
  readonly campaigns: readonly CampaignCount[];
}

export interface OverviewFilter {
  readonly programme?: string | undefined;
  readonly campaign?: string | undefined;
  readonly places: readonly string[] | null;
}

interface GroupRow extends Standing {
  readonly programme: string;
  readonly campaign: string;
  readonly open: boolean;
}

/** Days are those of the office. */
const ZONE = 'Asia/Ho_Chi_Minh';

/** The same picture is drawn again only after this time. */
const FRESH_MS = 5_000;
const MOST_REMEMBERED = 200;

const DECIDED: ReadonlySet<string> = new Set(['DECIDED', 'CONFERRED', 'NOT_QUALIFIED', 'REVOKED']);

function conditionsOf({ programme, campaign, places }: OverviewFilter): Conditions {
  const conditions = new Conditions();
  conditions.leaveCanariesOut(programme);
  if (programme !== undefined) conditions.add((parameter) => `n.programme = ${parameter}`, programme);
  if (campaign !== undefined) conditions.add((parameter) => `n.campaign = ${parameter}`, campaign);
  conditions.places(places);
  return conditions;
}

/** Counts for the first page, a few grouped statements over all that the reader may see. */
export class NominationOverview {
  private readonly remembered = new Map<string, { readonly overview: Promise<Overview>; readonly until: number }>();
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** At most {@link FRESH_MS} old; `asOf` says when it was counted. */
  async of(filter: OverviewFilter): Promise<Overview> {
    const key = JSON.stringify([filter.programme ?? null, filter.campaign ?? null, filter.places]);
    const known = this.remembered.get(key);
    if (known && known.until > Date.now()) return known.overview;
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    const overview = this.count(filter);
    this.remembered.set(key, { overview, until: Date.now() + FRESH_MS });
    overview.catch(() => this.remembered.delete(key));
    return overview;
  }

  private async count(filter: OverviewFilter): Promise<Overview> {
    const asOf = new Date().toISOString();
    const [groups, dueByDay, decidedByDay] = await Promise.all([this.groups(filter), this.dueByDay(filter), this.decidedByDay(filter)]);
    const open = groups.filter((group) => group.open);
    return {
      asOf,
      total: sum(groups, 'count'),
      open: sum(open, 'count'),
      late: sum(open, 'late'),
      held: sum(open, 'held'),
      dueThisWeek: dueByDay.reduce((total, { count }) => total + count, 0),
      decided: sum(
        groups.filter(({ state }) => DECIDED.has(state)),
        'count',
      ),
      standing: standingOf(open),
      endings: endingsOf(groups.filter((group) => !group.open)),
      dueByDay,
      decidedByDay,
      campaigns: campaignsOf(groups),
    };
  }

  private async groups(filter: OverviewFilter): Promise<readonly GroupRow[]> {
    const { where, values } = conditionsOf(filter);
    const text = `
      SELECT n.programme, n.campaign, n.level, n.stage, n.state, n.ended_at IS NULL AS open, count(*)::int AS count,
             count(*) FILTER (WHERE ${LATE})::int AS late, count(*) FILTER (WHERE n.held)::int AS held
        FROM nomination n ${where} GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5`;
    const { rows } = await this.database.pool.query<GroupRow>(text, values);
    return rows;
  }

  private async dueByDay(filter: OverviewFilter): Promise<Overview['dueByDay']> {
    const conditions = conditionsOf(filter);
    conditions.always(`n.ended_at IS NULL AND n.due_at >= now() AND n.due_at < now() + interval '7 days'`);
    const text = `
      SELECT to_char(n.due_at AT TIME ZONE '${ZONE}', 'YYYY-MM-DD') AS day, count(*)::int AS count
        FROM nomination n ${conditions.where} GROUP BY 1 ORDER BY 1`;
    const { rows } = await this.database.pool.query<{ day: string; count: number }>(text, conditions.values);
    return rows;
  }

  private async decidedByDay(filter: OverviewFilter): Promise<readonly DecidedDay[]> {
    const conditions = conditionsOf(filter);
    conditions.always(`l.recorded_at >= now() - interval '90 days' AND l.superseded_at IS NULL`);
    const text = `
      SELECT to_char(l.recorded_at AT TIME ZONE '${ZONE}', 'YYYY-MM-DD') AS day,
             count(*) FILTER (WHERE l.outcome IN ('AWARD_HERE', 'AWARD_HERE_AND_REFER_UP'))::int AS awarded,
             count(*) FILTER (WHERE l.outcome = 'REFER_UP')::int AS referred,
             count(*) FILTER (WHERE l.outcome = 'NOT_QUALIFIED')::int AS "notQualified"
        FROM decision_line l JOIN nomination n ON n.id = l.nomination_id ${conditions.where} GROUP BY 1 ORDER BY 1`;
    const { rows } = await this.database.pool.query<DecidedDay>(text, conditions.values);
    return rows;
  }
}

function sum(rows: readonly GroupRow[], field: 'count' | 'late' | 'held'): number {
  return rows.reduce((total, row) => total + row[field], 0);
}

function gathered(rows: readonly GroupRow[], keyOf: (row: GroupRow) => string): readonly GroupRow[][] {
  const groups = new Map<string, GroupRow[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups.values()];
}

function standingOf(open: readonly GroupRow[]): readonly Standing[] {
  return gathered(open, ({ level, stage, state }) => `${level} ${stage} ${state}`).flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    const { level, stage, state } = first;
    return [{ level, stage, state, count: sum(rows, 'count'), late: sum(rows, 'late'), held: sum(rows, 'held') }];
  });
}

function endingsOf(ended: readonly GroupRow[]): readonly Ending[] {
  return gathered(ended, ({ level, state }) => `${level} ${state}`).flatMap((rows) => {
    const [first] = rows;
    return first ? [{ level: first.level, state: first.state, count: sum(rows, 'count') }] : [];
  });
}

function campaignsOf(groups: readonly GroupRow[]): readonly CampaignCount[] {
  return gathered(groups, ({ programme, campaign }) => `${programme} ${campaign}`).flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    const open = rows.filter((row) => row.open);
    const decided = sum(
      rows.filter(({ state }) => DECIDED.has(state)),
      'count',
    );
    const { programme, campaign } = first;
    return [{ programme, campaign, total: sum(rows, 'count'), open: sum(open, 'count'), late: sum(open, 'late'), decided }];
  });
}
