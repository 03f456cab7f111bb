import { foldWords } from '@laurel/domain';
import type { Database } from '../database.ts';
import { Conditions, likePattern } from '../reading/nomination-places.ts';
import { ROW } from './nominee.sql.ts';
import type { LookAlikes, NomineeLine, NomineeLines, NomineeSearch } from './nominee.types.ts';

/** Pairs of one list: who has looked at these finds the next ones in it. */
const MOST_PAIRS = 200;

const COUNTS = `(SELECT count(*)::int FROM nomination c WHERE c.nominee_id = e.id) AS nominations,
       (SELECT count(*)::int FROM award_record r WHERE r.nominee_id = e.id AND r.superseded_at IS NULL AND r.revoked_on IS NULL) AS titles`;

type FoundRow = NomineeLine & { readonly sortKey: string };

/** The registry's list: by words with or without diacritics, best first, or all by name; paged by key. */
export async function searchNominees({ pool }: Database, search: NomineeSearch): Promise<NomineeLines> {
  const conditions = conditionsOf(search);
  const key = sortKeyOf(search, conditions);
  after(conditions, key, search);
  const text = `SELECT ${ROW}, ${COUNTS}, (${key.sql})::text AS "sortKey" FROM nominee e ${conditions.where}
    ORDER BY ${key.sql}, e.id LIMIT ${String(search.limit + 1)}`;
  const { rows } = await pool.query<FoundRow>(text, conditions.values);
  const last = rows.length > search.limit ? rows[search.limit - 1] : undefined;
  const items = rows.slice(0, search.limit).map(({ sortKey: _sortKey, ...line }) => line);
  return { items, nextCursor: last ? Buffer.from(JSON.stringify([last.id, last.sortKey])).toString('base64url') : null };
}

interface SortKey {
  readonly sql: string;
  readonly cast: string;
}

function sortKeyOf({ q }: NomineeSearch, { parameterOf }: Conditions): SortKey {
  const words = foldWords(q);
  if (words === '') return { sql: 'e.folded', cast: 'text' };
  return { sql: `(1000 - round(word_similarity(${parameterOf(words)}, e.folded) * 1000))::int`, cast: 'int' };
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

function after(conditions: Conditions, { sql, cast }: SortKey, { cursor }: NomineeSearch): void {
  if (cursor === undefined) return;
  const [id, value] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, string];
  conditions.add((parameter) => `(${sql}, e.id) > (${conditions.parameterOf(value)}::${cast}, ${parameter})`, id);
}

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
       coalesce(a."birthYear" = b."birthYear", false) AS "sameBirthYear", a.programme = b.programme AND a.unit = b.unit AS "sameUnit"
  FROM alike
  JOIN (SELECT ${ROW} FROM nominee e) a ON a.id = alike.one
  JOIN (SELECT ${ROW} FROM nominee e) b ON b.id = alike.another`;

/** Entries of one name that may be one nominee, the likeliest first; none that is merged already. */
export async function lookAlikes(
  { pool }: Database,
  { programme, places }: Pick<NomineeSearch, 'programme' | 'places'>,
): Promise<readonly LookAlikes[]> {
  const conditions = new Conditions();
  conditions.always('a."mergedInto" IS NULL AND b."mergedInto" IS NULL');
  for (const side of ['a', 'b'] as const) {
    if (programme !== undefined) conditions.add((parameter) => `${side}.programme = ${parameter}`, programme);
    conditions.leaveCanariesOut(programme, side);
    conditions.places(places, side);
  }
  const order = `"sameUnit"::int + "sameBirthYear"::int * 2 + "sameDiacritics"::int DESC, nominee ->> 'fullName', nominee ->> 'id'`;
  const text = `SELECT * FROM (${PAIRS} ${conditions.where}) found ORDER BY ${order}, other ->> 'id' LIMIT ${String(MOST_PAIRS)}`;
  const { rows } = await pool.query<LookAlikes>(text, conditions.values);
  return rows;
}
