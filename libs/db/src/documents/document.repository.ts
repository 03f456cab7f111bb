import { createHash } from 'node:crypto';
import type { Database } from '../database.ts';

export interface StoredDocument {
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The SHA-256 (hex) by which bytes are kept. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Bytes by their hash. The same bytes again change nothing. */
export class DocumentRepository {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** `mismatch`: the bytes have another hash, and nothing was stored. */
  async put(document: StoredDocument): Promise<'stored' | 'known' | 'mismatch'> {
    const { sha256, mediaType, bytes } = document;
    if (sha256Of(bytes) !== sha256) return 'mismatch';
    const text = 'INSERT INTO document (sha256, media_type, size, bytes) VALUES ($1, $2, $3, $4) ON CONFLICT (sha256) DO NOTHING';
    const { rowCount } = await this.database.pool.query(text, [sha256, mediaType, bytes.byteLength, Buffer.from(bytes)]);
    return rowCount === 1 ? 'stored' : 'known';
  }

  async get(sha256: string): Promise<StoredDocument | null> {
    const row = await this.database.prisma.document.findUnique({ where: { sha256 } });
    return row && { sha256, mediaType: row.mediaType, bytes: row.bytes };
  }

  /**
   * The name under which a nomination of one of the units declares it; null when none does. Units are `<unit>`,
   * `<programme>/<unit>` or `<programme>/*`; null means any.
   */
  async declaredName(sha256: string, units: readonly string[] | null): Promise<string | null> {
    const text = `
      SELECT d ->> 'name' AS name FROM nomination n, jsonb_array_elements(n.documents) d
       WHERE n.documents @> jsonb_build_array(jsonb_build_object('sha256', $1::text)) AND d ->> 'sha256' = $1
         AND ($2::text[] IS NULL OR n.unit = ANY($2) OR n.programme || '/' || n.unit = ANY($2) OR n.programme || '/*' = ANY($2)) LIMIT 1`;
    const { rows } = await this.database.pool.query<{ name: string }>(text, [sha256, units]);
    return rows[0]?.name ?? null;
  }
}
