import type { IsoDate } from '@laurel/domain';
import type { Database } from '../database.ts';
import { isoOf } from './nomination.rows.ts';
import type { IsoInstant } from './nomination.types.ts';

export interface TitlesQuery {
  /** The last day of signing that counts. */
  readonly asOf: IsoDate;
  /** Only what was recorded before this instant (UTC milliseconds) counts. */
  readonly knownBefore: number;
  readonly programme: string | null;
  readonly campaign: string | null;
  /** Units the caller may see; null for all. */
  readonly units: readonly string[] | null;
}

export interface TitleRow {
  readonly nominationId: string;
  readonly nominee: string;
  readonly unit: string;
  readonly programme: string;
  readonly campaign: string;
  readonly award: string;
  readonly level: string;
  readonly issuer: string;
  readonly recipientKind: string;
  readonly number: string | null;
  readonly signedOn: IsoDate;
  readonly recordedAt: IsoInstant;
}

const ROWS = `
SELECT r.nomination_id AS "nominationId", n.nominee ->> 'fullName' AS nominee, n.unit, r.programme, n.campaign, r.award, r.level,
       r.issuer, r.recipient_kind AS "recipientKind", d.number, r.signed_on::text AS "signedOn", r.recorded_at AS "recordedAt"
  FROM award_record r JOIN nomination n ON n.id = r.nomination_id JOIN decision d ON d.id = r.decision_id
 WHERE r.signed_on <= $1::date AND r.recorded_at < $2 AND ($3::text IS NULL OR r.programme = $3)
   AND ($4::text IS NULL OR n.campaign = $4) AND ($5::text[] IS NULL OR n.unit = ANY($5))
 ORDER BY r.award, r.level, r.issuer, r.recipient_kind, r.signed_on, r.nomination_id`;

/** The titles given, by both of their times. */
export class TitlesReport {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async rows(query: TitlesQuery): Promise<readonly TitleRow[]> {
    type Row = Omit<TitleRow, 'recordedAt'> & { readonly recordedAt: Date };
    const values = [query.asOf, new Date(query.knownBefore).toISOString(), query.programme, query.campaign, query.units];
    const { rows } = await this.database.pool.query<Row>(ROWS, values);
    return rows.map((row) => ({ ...row, recordedAt: isoOf(row.recordedAt) }));
  }
}
