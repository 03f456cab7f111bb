import type { NominationState } from '@laurel/domain';
import type { Database } from '../database.ts';
import { cursorOf, placeOf } from './cursor.ts';
import { Conditions, withWords } from './nomination-places.ts';
import { isoOf } from './nomination.rows.ts';
import type { NominationLine, NominationLines, NominationSort, SearchFilter, SearchQuery, SearchTotal } from './nomination-search.types.ts';

/** Beyond this many the list says about how many there are. */
const COUNTED = 1_000;

interface Order {
  /** What the list is sorted by before the id, null for the id alone. The same expression is indexed. */
  readonly key: string | null;
  /** Where the key is found besides the nomination. */
  readonly join: string;
  readonly cast: string;
  readonly down: boolean;
}

const ORDERS: Readonly<Record<NominationSort, Order>> = {
  newest: { key: null, join: '', cast: 'text', down: true },
  oldest: { key: null, join: '', cast: 'text', down: false },
  due: { key: `coalesce(n.due_at, 'infinity'::timestamptz)`, join: '', cast: 'timestamptz', down: false },
  nominee: { key: 'left(s.words, 80)', join: 'JOIN nomination_words s ON s.nomination_id = n.id', cast: 'text', down: false },
};

export const LATE = `(n.due_at IS NOT NULL AND n.due_at < now() AND n.ended_at IS NULL AND NOT n.held)`;

export const LINE = `n.id, n.programme, n.campaign, n.submission, n.nominee ->> 'fullName' AS nominee, n.nominee ->> 'kind' AS nominee_kind,
       n.achievement ->> 'title' AS achievement, n.unit, u.name_vi, u.name_en, n.award, n.state, n.level, n.stage, n.held,
       ${LATE} AS late, n.submitted_at, n.due_at, n.ended_at`;

export const LINE_FROM = `FROM nomination n LEFT JOIN unit u ON u.programme = n.programme AND u.key = n.unit`;

export interface LineRow {
  readonly id: string;
  readonly programme: string;
  readonly campaign: string;
  readonly submission: string;
  readonly nominee: string;
  readonly nominee_kind: string;
  readonly achievement: string;
  readonly unit: string;
  readonly name_vi: string | null;
  readonly name_en: string | null;
  readonly award: string;
  readonly state: string;
  readonly level: string;
  readonly stage: string;
  readonly held: boolean;
  readonly late: boolean;
  readonly submitted_at: Date;
  readonly due_at: Date | null;
  readonly ended_at: Date | null;
}

interface FoundRow extends LineRow {
  readonly sort_key: string | null;
}

export function lineOf(row: LineRow): NominationLine {
  const { id, programme, campaign, submission, nominee, achievement, unit, award, level, stage, held, late } = row;
  return {
    id,
    programme,
    campaign,
    submission,
    nominee,
    nomineeKind: row.nominee_kind,
    achievement,
    unit,
    unitName: { vi: row.name_vi ?? unit, en: row.name_en ?? unit },
    award,
    state: row.state as NominationState,
    level,
    stage,
    held,
    late,
    submittedAt: isoOf(row.submitted_at),
    dueAt: isoOf(row.due_at),
    endedAt: isoOf(row.ended_at),
  };
}

/** The console's list: any filter, sorted, paged by key, so that the last page costs what the first does. */
export class NominationSearch {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async page(query: SearchQuery): Promise<NominationLines> {
    const conditions = conditionsOf(query);
    const { key, join, down } = ORDERS[query.sort];
    after(conditions, query);
    const way = down ? 'DESC' : 'ASC';
    const order = key === null ? `n.id ${way}` : `${key} ${way}, n.id ${way}`;
    const text = `SELECT ${LINE}, (${key ?? 'NULL'})::text AS sort_key ${LINE_FROM} ${join} ${conditions.where} ORDER BY ${order} LIMIT ${String(query.limit + 1)}`;
    const { rows } = await this.database.pool.query<FoundRow>(text, conditions.values);
    const last = rows.length > query.limit ? rows[query.limit - 1] : undefined;
    return { items: rows.slice(0, query.limit).map(lineOf), nextCursor: last ? cursorOf([last.id, last.sort_key]) : null };
  }

  async total(filter: SearchFilter): Promise<SearchTotal> {
    const { where, values } = conditionsOf(filter);
    const some = `SELECT count(*)::int AS count FROM (SELECT 1 FROM nomination n ${where} LIMIT ${String(COUNTED + 1)}) found`;
    const { rows } = await this.database.pool.query<{ count: number }>(some, values);
    const count = rows[0]?.count ?? 0;
    return count <= COUNTED ? { count, exact: true } : { count: await this.estimate(where, values), exact: false };
  }

  private async estimate(where: string, values: readonly unknown[]): Promise<number> {
    type Plan = readonly [{ readonly Plan: { readonly 'Plan Rows': number } }];
    const text = `EXPLAIN (FORMAT JSON) SELECT 1 FROM nomination n ${where}`;
    const { rows } = await this.database.pool.query<{ 'QUERY PLAN': Plan }>(text, [...values]);
    return Math.max(COUNTED + 1, rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0);
  }
}

const COLUMNS = ['programme', 'campaign', 'state', 'unit', 'level', 'stage'] as const;

export function conditionsOf(filter: SearchFilter): Conditions {
  const conditions = new Conditions();
  conditions.leaveCanariesOut(filter.programme);
  for (const column of COLUMNS)
    if (filter[column] !== undefined) conditions.add((parameter) => `n.${column} = ${parameter}`, filter[column]);
  conditions.places(filter.places);
  if (filter.held !== undefined) conditions.always(filter.held ? 'n.held' : 'NOT n.held');
  if (filter.open !== undefined) conditions.always(`n.ended_at IS ${filter.open ? '' : 'NOT '}NULL`);
  if (filter.late !== undefined) conditions.always(filter.late ? LATE : `NOT ${LATE}`);
  withWords(conditions, filter.q);
  return conditions;
}

function after(conditions: Conditions, { sort, cursor }: SearchQuery): void {
  if (cursor === undefined) return;
  const { key, cast, down } = ORDERS[sort];
  const [id, value] = placeOf(cursor, ['text', cast === 'timestamptz' ? 'instant' : 'anything']);
  const sign = down ? '<' : '>';
  if (key === null) conditions.add((parameter) => `n.id ${sign} ${parameter}`, id);
  else conditions.add((parameter) => `(${key}, n.id) ${sign} (${conditions.parameterOf(value)}::${cast}, ${parameter})`, id);
}
