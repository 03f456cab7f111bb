import { foldWords } from '@laurel/domain';
import type { Database } from '../database.ts';
import { Conditions, likePattern } from '../reading/nomination-places.ts';
import { isoOf } from '../reading/nomination.rows.ts';
import { pageOf, type PagedList, type PageOf } from '../reading/pages.ts';
import { SEEN } from './different.sql.ts';
import { ROW, SUSPECTED } from './nominee.sql.ts';
import type { LookAlikes, LookAlikesAsked, NomineeLine, NomineeSearch, PairsAsked, SuspectedPair } from './nominee.types.ts';

const COUNTS = `(SELECT count(*)::int FROM nomination c WHERE c.nominee_id = e.id) AS nominations,
       (SELECT count(*)::int FROM award_record r WHERE r.nominee_id = e.id AND r.superseded_at IS NULL AND r.revoked_on IS NULL) AS titles`;

/** The registry's list: by words with or without diacritics, best first, or all by name. */
export async function searchNominees({ pool }: Database, search: NomineeSearch): Promise<PageOf<NomineeLine>> {
  const conditions = conditionsOf(search);
  const list = { columns: `${ROW}, ${COUNTS}`, from: 'nominee e', order: orderOf(search, conditions) };
  return pageOf<NomineeLine>(pool, list, conditions, search);
}

function orderOf({ q }: NomineeSearch, { parameterOf }: Conditions): PagedList['order'] {
  const words = foldWords(q);
  if (words === '') return { by: 'e.folded', as: 'text', id: 'e.id' };
  return { by: `1000 - round(word_similarity(${parameterOf(words)}, e.folded) * 1000)`, as: 'numeric', id: 'e.id' };
}

function conditionsOf({ q, programme, unit, birthYear, kind, places }: NomineeSearch): Conditions {
  const conditions = new Conditions();
  const words = foldWords(q);
  if (words !== '')
    conditions.add((parameter) => `(e.folded LIKE ${parameter} OR ${conditions.parameterOf(words)} <% e.folded)`, likePattern(words));
  conditions.leaveCanariesOut(programme, 'e');
  if (programme !== undefined) conditions.add((parameter) => `e.programme = ${parameter}`, programme);
  if (unit !== undefined) conditions.add((parameter) => `e.unit = ${parameter}`, unit);
  if (birthYear !== undefined) conditions.add((parameter) => `e.birth_year = ${parameter}::int`, birthYear);
  if (kind !== undefined) conditions.add((parameter) => `e.kind = ${parameter}`, kind);
  conditions.places(places, 'e');
  return conditions;
}

const iso = (instant: string): string => `to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** One name, kind and birth year; or one name and kind in one unit where the years do not contradict each other. */
const PAIRS = `
WITH alike AS (
  SELECT a.id AS one, b.id AS another FROM nominee a
    JOIN nominee b ON b.folded = a.folded AND b.kind = a.kind AND b.birth_year = a.birth_year AND b.id > a.id
  UNION SELECT a.id, b.id FROM nominee a
    JOIN nominee b ON b.folded = a.folded AND b.kind = a.kind AND b.programme = a.programme AND b.unit = a.unit AND b.id > a.id
   WHERE coalesce(abs(a.birth_year - b.birth_year), 0) <= 1
)
SELECT to_json(a) AS nominee, to_json(b) AS other, lower(normalize(a."fullName", NFC)) = lower(normalize(b."fullName", NFC)) AS "sameDiacritics",
       coalesce(a."birthYear" = b."birthYear", false) AS "sameBirthYear", a.programme = b.programme AND a.unit = b.unit AS "sameUnit",
       CASE WHEN d.id IS NOT NULL THEN json_build_object('actor', coalesce(u.name, k.name, d.actor), 'reason', d.reason, 'saidAt', ${iso('d.said_at')}) END AS different
  FROM alike
  JOIN (SELECT ${ROW} FROM nominee e) a ON a.id = alike.one
  JOIN (SELECT ${ROW} FROM nominee e) b ON b.id = alike.another
  LEFT JOIN (SELECT d.*, ${SEEN} = d.seen AS stands FROM different_nominees d
               JOIN nominee a ON a.id = d.one_id JOIN nominee b ON b.id = d.other_id WHERE d.undone_at IS NULL) d
    ON d.one_id = alike.one AND d.other_id = alike.another AND d.stands
  LEFT JOIN auth_user u ON 'operator:' || u.id = d.actor
  LEFT JOIN api_key k ON 'operator:' || k.id = d.actor`;

const LIKELIEST = `-("sameUnit"::int + "sameBirthYear"::int * 2 + "sameDiacritics"::int)`;
const PAIR = `(nominee ->> 'fullName' || '/' || (nominee ->> 'id') || '/' || (other ->> 'id'))`;

/** Entries of one name that may be one nominee, the likeliest first; none that is merged already. */
export async function lookAlikes(
  { pool }: Database,
  { programme, places, different = false, ...page }: LookAlikesAsked,
): Promise<PageOf<LookAlikes>> {
  const within = new Conditions();
  within.always(`a."mergedInto" IS NULL AND b."mergedInto" IS NULL AND d.id IS ${different ? 'NOT ' : ''}NULL`);
  for (const side of ['a', 'b'] as const) {
    if (programme !== undefined) within.add((parameter) => `${side}.programme = ${parameter}`, programme);
    within.leaveCanariesOut(programme, side);
    within.places(places, side);
  }
  const list = { columns: 'found.*', from: `(${PAIRS} ${within.where}) found`, order: { by: LIKELIEST, as: 'numeric', id: PAIR } } as const;
  return pageOf<LookAlikes>(pool, list, new Conditions(within.values), page);
}

/** Deeds that look filed twice, the newest first, the likeliest of one moment before the others. */
export async function suspectedPairs({ pool }: Database, { programme, places, ...page }: PairsAsked): Promise<PageOf<SuspectedPair>> {
  const conditions = new Conditions();
  if (programme !== undefined) conditions.add((parameter) => `n.programme = ${parameter}`, programme);
  conditions.leaveCanariesOut(programme);
  conditions.places(places);
  type Row = Omit<SuspectedPair, 'flaggedAt'> & { readonly flaggedAt: Date };
  const { items, nextCursor } = await pageOf<Row>(pool, SUSPECTED, conditions, page);
  return { items: items.map((row) => ({ ...row, flaggedAt: isoOf(row.flaggedAt) })), nextCursor };
}
