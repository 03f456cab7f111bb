import { createHash } from 'node:crypto';
import type { AuditEntry } from '@laurel/domain';

/** One link of a nomination's audit chain, as stored. */
export interface AuditLink extends AuditEntry {
  readonly nominationId: string;
  readonly seq: number;
  readonly ruleSetVersion: string;
  readonly previousHash: string;
  readonly hash: string;
}

type Unlinked = Omit<AuditLink, 'hash'>;

/** SHA-256 over the previous hash and the entry's fields in a fixed order. */
export function auditHash(link: Unlinked): string {
  const { nominationId, seq, action, actor, actingFor, reason, actId, ruleSetVersion, facts, at, previousHash } = link;
  const sorted = Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1));
  const fields = [previousHash, nominationId, seq, action, actor, actingFor, reason, actId, ruleSetVersion, sorted, at];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

/** Chains entries on from the hash of the last link. */
export function chain(
  entries: readonly AuditEntry[],
  from: { readonly nominationId: string; readonly seq: number; readonly ruleSetVersion: string; readonly hash: string },
): readonly AuditLink[] {
  let previousHash = from.hash;
  return entries.map((entry, index) => {
    const link = {
      ...entry,
      nominationId: from.nominationId,
      seq: from.seq + index + 1,
      ruleSetVersion: from.ruleSetVersion,
      previousHash,
    };
    previousHash = auditHash(link);
    return { ...link, hash: previousHash };
  });
}

/** The first sequence at which a chain does not hold, or null. `expected` is the nomination's own count and hash. */
export function firstBrokenLink(links: readonly AuditLink[], expected: { readonly seq: number; readonly hash: string }): number | null {
  let previousHash = '';
  for (const [index, link] of links.entries()) {
    if (link.seq !== index + 1 || link.previousHash !== previousHash || link.hash !== auditHash(link)) return index + 1;
    previousHash = link.hash;
  }
  return links.length === expected.seq && previousHash === expected.hash ? null : links.length + 1;
}
