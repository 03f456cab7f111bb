import type { Pool } from 'pg';
import { cursorOf, CursorUnknown, placeOf } from './cursor.ts';
import type { Conditions } from './nomination-places.ts';

/** Which part of a list is asked for; `cursor` is the `nextCursor` of the page before. */
export interface PageAsked {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface PageOf<Line> {
  readonly items: readonly Line[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

/** What a list selects and what it is ordered by, ascending; `id` tells equals apart. All are SQL expressions. */
export interface PagedList {
  readonly columns: string;
  readonly from: string;
  readonly order: { readonly by: string; readonly as: 'text' | 'numeric'; readonly id: string };
}

type Keyed<Row> = Row & { readonly pageId: string; readonly pageKey: string };

/** One page of a list, by key: the last page costs what the first does, and nothing is seen twice when lines are added meanwhile. */
export async function pageOf<Row extends object>(
  pool: Pool,
  { columns, from, order: { by, as, id } }: PagedList,
  conditions: Conditions,
  { cursor, limit }: PageAsked,
): Promise<PageOf<Row>> {
  if (cursor !== undefined) {
    const [lastId, lastKey] = lastOf(cursor, as);
    const key = `${conditions.parameterOf(lastKey)}::${as}`;
    conditions.add((parameter) => `((${by})::${as}, ${id}) > (${key}, ${parameter})`, lastId);
  }
  const text = `SELECT ${columns}, ${id} AS "pageId", (${by})::text AS "pageKey" FROM ${from} ${conditions.where}
    ORDER BY (${by})::${as}, ${id} LIMIT ${String(limit + 1)}`;
  const { rows } = await pool.query<Keyed<Row>>(text, conditions.values);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const nextCursor = last ? cursorOf([last.pageId, last.pageKey]) : null;
  return { items: rows.slice(0, limit).map(({ pageId: _id, pageKey: _key, ...row }) => row as unknown as Row), nextCursor };
}

/** Throws {@link CursorUnknown} for a cursor of another list. */
function lastOf(cursor: string, as: 'text' | 'numeric'): readonly [id: string, key: string] {
  const [id, key] = placeOf(cursor, ['text', 'text']);
  if (as === 'numeric' && !/^-?\d+(\.\d+)?$/.test(key)) throw new CursorUnknown();
  return [id, key];
}

/** Instants as a number that grows with them, exact to the microsecond. */
export const secondsOf = (instant: string): string => `extract(epoch FROM ${instant})`;

/** Later than any instant, in seconds. */
const NEVER = '100000000000';

/** What waits first, by its instant; then what is settled, the latest first. */
export function openFirst(settledAt: string, waitsSince: string): string {
  return `CASE WHEN ${settledAt} IS NULL THEN coalesce(${secondsOf(waitsSince)}, ${NEVER}) ELSE ${NEVER} * 10 - ${secondsOf(settledAt)} END`;
}
