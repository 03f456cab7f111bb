import type { IsoDate } from '@laurel/domain';
import type { Database } from '../database.ts';
import { isoOf } from './nomination.rows.ts';
import type { IsoInstant } from './iso-instant.ts';

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
  /** Of the title's record. */
  readonly id: string;
  /** Null for history that was imported. */
  readonly nominationId: string | null;
  readonly source: 'decision' | 'history';
  readonly nominee: string;
  readonly unit: string;
  readonly programme: string;
  readonly campaign: string | null;
  readonly award: string;
  readonly level: string;
  readonly issuer: string;
  readonly recipientKind: string;
  readonly number: string | null;
  readonly signedOn: IsoDate;
  readonly recordedAt: IsoInstant;
}

// A title that was taken back counts until the day on the paper that took it back, and for whoever did not know of it.
const ROWS = `
SELECT r.id, r.nomination_id AS "nominationId", r.source, r.nominee_name AS nominee, r.unit, r.programme, r.campaign, r.award, r.level,
       r.issuer, r.recipient_kind AS "recipientKind", d.number, r.signed_on::text AS "signedOn", r.recorded_at AS "recordedAt"
  FROM award_record r JOIN decision d ON d.id = r.decision_id
 WHERE r.signed_on <= $1::date AND r.recorded_at < $2 AND (r.superseded_at IS NULL OR r.superseded_at >= $2)
   AND (r.revoked_at IS NULL OR r.revoked_on > $1::date OR r.revoked_at >= $2)
   AND ($3::text IS NULL OR r.programme = $3) AND ($4::text IS NULL OR r.campaign = $4) 
   AND ($5::text[] IS NULL OR r.unit = ANY($5) OR r.programme || '/' || r.unit = ANY($5) OR r.programme || '/*' = ANY($5))
 ORDER BY r.award, r.level, r.issuer, r.recipient_kind, r.signed_on, r.id`;

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
