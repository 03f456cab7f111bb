import { createHash } from 'node:crypto';

/** What makes a mail one mail: the unique key of the ledger. */
export interface MailKey {
  readonly subjectKey: string;
  readonly personId: string;
  readonly kind: string;
  readonly occurrence: number;
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * The Message-ID of a mail, `<52 characters@domain>`: SHA-256 of its ledger key, so that sending again after a crash
 * carries the same id and mail stores show one mail. Says nothing about the key to who sees it.
 */
export function messageIdOf(key: MailKey, domain: string): string {
  const { subjectKey, personId, kind, occurrence } = key;
  const digest = createHash('sha256')
    .update(JSON.stringify([subjectKey, personId, kind, occurrence]))
    .digest();
  return `<${base32(digest)}@${domain}>`;
}

/** RFC 4648 base32 in lower case, without padding: survives mail programs that ignore case. */
function base32(bytes: Buffer): string {
  let out = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += alphabet.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? out : out + alphabet.charAt((held << (5 - bits)) & 31);
}
