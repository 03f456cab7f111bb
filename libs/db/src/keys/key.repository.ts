import { createHash, randomBytes } from 'node:crypto';
import { newId } from '../ids.ts';
import type { Database } from '../database.ts';

export const SCOPES = [
  'events:write',
  'nominations:read',
  'operations:read',
  'operations:act',
  'campaigns:write',
  'holds:write',
  'bounces:write',
] as const;

export type Scope = (typeof SCOPES)[number];

/** What a key may do. A list that is left out limits nothing; a source that ends in `*` means all that begin so. */
export interface Grants {
  readonly scopes: readonly Scope[];
  readonly sources?: readonly string[];
  readonly types?: readonly string[];
  readonly units?: readonly string[];
}

/** Who calls, as far as a key tells. */
export interface Principal {
  readonly keyId: string;
  readonly name: string;
  readonly grants: Grants;
}

export interface KeySummary extends Principal {
  readonly createdAt: string;
  readonly revokedAt: string | null;
}

/** A revoked key stops within this time. */
const REMEMBERED_MS = 5_000;
const MOST_REMEMBERED = 1_000;

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Keys of integrators. Only hashes are stored: a key is shown once, when it is made. */
export class KeyRepository {
  private readonly remembered = new Map<string, { readonly principal: Principal; readonly until: number }>();
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async create(name: string, grants: Grants): Promise<{ readonly id: string; readonly key: string }> {
    const id = newId();
    const key = `lrl_${randomBytes(32).toString('base64url')}`;
    await this.database.prisma.apiKey.create({
      data: { id, name, hash: hashOf(key), grants: JSON.parse(JSON.stringify(grants)) as object },
    });
    return { id, key };
  }

  async list(): Promise<readonly KeySummary[]> {
    const rows = await this.database.prisma.apiKey.findMany({ orderBy: { id: 'asc' } });
    return rows.map((row) => ({
      keyId: row.id,
      name: row.name,
      grants: row.grants as unknown as Grants,
      createdAt: row.createdAt.toISOString(),
      revokedAt: row.revokedAt?.toISOString() ?? null,
    }));
  }

  /** False when there is no such key, or it was revoked before. */
  async revoke(id: string): Promise<boolean> {
    const { count } = await this.database.prisma.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
    return count === 1;
  }

  /** Whose key this is; null for an unknown or revoked one. */
  async principalOf(key: string): Promise<Principal | null> {
    const hash = hashOf(key);
    const known = this.remembered.get(hash);
    if (known && known.until > Date.now()) return known.principal;
    this.remembered.delete(hash);
    const row = await this.database.prisma.apiKey.findFirst({ where: { hash, revokedAt: null } });
    if (!row) return null;
    const principal = { keyId: row.id, name: row.name, grants: row.grants as unknown as Grants };
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(hash, { principal, until: Date.now() + REMEMBERED_MS });
    return principal;
  }
}
