import { randomFillSync } from 'node:crypto';
import { ulid } from 'ulid';

/** Chance is fetched by the page: asking the system for every letter of an id costs more than storing the row. */
const pool = Buffer.allocUnsafe(4_096);
let used = pool.length;

function chance(): number {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const byte = pool[used] ?? 0;
  used += 1;
  return byte / 256;
}

/** A new ULID. */
export function newId(): string {
  return ulid(undefined, chance);
}
