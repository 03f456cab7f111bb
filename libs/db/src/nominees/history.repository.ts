import { createHash } from 'node:crypto';
import { capScope, foldWords, numberKey, postOf } from '@laurel/domain';
import { newId } from '../ids.ts';
import type { Database } from '../database.ts';
import type { HistoryFile, HistoryImported, HistoryRecord } from './history.types.ts';
import { identityOf } from './identity.ts';

/**
 * Titles of earlier years in one statement and so in one transaction: all or none. $1 programme, $2 rows, $3 import id,
 * $4 hash, $5 file name, $6 who, $7 number of rows. Places of capped awards are taken with them.
 */
const IMPORT = `
WITH import AS (
  INSERT INTO history_import (id, programme, sha256, file_name, rows, imported_by, imported_at) VALUES ($3, $1, $4, $5, $7, $6, now())
  ON CONFLICT (programme, sha256) DO NOTHING RETURNING id
), given AS (
  SELECT g.* FROM import, jsonb_to_recordset($2::jsonb) AS g(id text, nominee_id text, identity text, reference text, kind text, full_name text,
         folded text, unit text, birth_year int, decision_id text, award text, level text, issuer text, number text, signed_on date,
         year int, deed text, deed_from date, deed_to date, scope text)
), wanted AS (
  SELECT DISTINCT ON (identity) * FROM given ORDER BY identity, id
), registered AS (
  INSERT INTO nominee (id, programme, identity, reference, kind, full_name, folded, unit, birth_year)
  SELECT nominee_id, $1, identity, reference, kind, full_name, folded, unit, birth_year FROM wanted
  ON CONFLICT (identity) DO UPDATE SET identity = excluded.identity
  RETURNING id, identity
), decisions AS (
  INSERT INTO decision (id, programme, issuer, number, signed_on, signer_id, recorded_at)
  SELECT DISTINCT ON (decision_id) decision_id, $1, issuer, number, signed_on, 'history', now() FROM given ORDER BY decision_id
  ON CONFLICT DO NOTHING
), records AS (
  INSERT INTO award_record (id, nomination_id, decision_id, programme, award, level, issuer, recipient_kind, signed_on, recorded_at,
         nominee_id, nominee_name, unit, campaign, year, deed, deed_from, deed_to, source)
  SELECT g.id, NULL, g.decision_id, $1, g.award, g.level, g.issuer, g.kind, g.signed_on, now(), r.id, g.full_name, g.unit, NULL, g.year,
         g.deed, g.deed_from, g.deed_to, 'history'
    FROM given g JOIN registered r ON r.identity = g.identity
  ON CONFLICT (id) DO NOTHING
  RETURNING id
), places AS (
  INSERT INTO award_slot (id, scope, number, level, taken_at)
  SELECT 'history-' || g.id, g.scope, row_number() OVER (PARTITION BY g.scope ORDER BY g.id)
           + coalesce((SELECT max(number) FROM award_slot s WHERE s.scope = g.scope AND s.released_at IS NULL), 0), g.level, now()
    FROM given g JOIN records ON records.id = g.id WHERE g.scope IS NOT NULL
)
SELECT (SELECT count(*)::int FROM records) AS written, EXISTS (SELECT 1 FROM import) AS new`;

const digest = (...parts: readonly (string | null)[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** Takes over what was awarded before the system was there. */
export class HistoryRepository {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Safe to repeat: a file is taken over once, and a title that another file told of is known by its own words. */
  async import({ programme, sha256, fileName, importedBy, records }: HistoryFile): Promise<HistoryImported> {
    const rows = JSON.stringify(records.map((record) => rowOf(programme, record)));
    const values = [programme, rows, newId(), sha256, fileName, importedBy, records.length];
    const { rows: answers } = await this.database.pool.query<{ written: number; new: boolean }>(IMPORT, values);
    const [answer] = answers;
    return { written: answer?.written ?? 0, rows: records.length, before: answer?.new !== true };
  }
}

function rowOf(programme: string, record: HistoryRecord): object {
  const { award, number, signedOn, year, kind, fullName, birthYear, unit, reference } = record;
  const identity = identityOf({ programme, kind, fullName, unit, birthYear, reference });
  const issuer = postOf(award.issuer, unit);
  const deed = foldWords(record.achievement ?? '');
  const id = `history-${digest(programme, award.key, identity, signedOn, number, deed)}`;
  return {
    id,
    nominee_id: newId(),
    identity,
    reference,
    kind,
    full_name: fullName,
    folded: foldWords(fullName),
    unit,
    birth_year: birthYear,
    // The very id that a decision signed here would have: its lines are joined wherever they come from.
    decision_id: number === null ? `${id}-decision` : digest(programme, issuer, numberKey(number), signedOn),
    award: award.key,
    level: award.level,
    issuer,
    number,
    signed_on: signedOn,
    year,
    deed,
    deed_from: record.from,
    deed_to: record.to,
    scope: capScope(award, { programme, unit, campaign: String(year), year: Number(signedOn.slice(0, 4)), nominee: '' }),
  };
}
