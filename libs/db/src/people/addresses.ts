import type { Instant } from '@laurel/domain';
import type { Transaction } from '../database.ts';

/** An address from when to when (half open). */
export interface DatedAddress {
  readonly email: string;
  readonly from: Instant;
  readonly to: Instant | null;
}

export interface NewAddress {
  readonly programme: string;
  readonly personId: string;
  readonly email: string;
  /** From when on it counts. */
  readonly from: Instant;
}

/** Gives whoever has no dated address the one on record, from ever on. */
export async function seedAddresses(tx: Transaction, programme: string): Promise<void> {
  await tx.$executeRaw`INSERT INTO address_holding (programme, person_id, email, "from")
    SELECT p.programme, p.id, p.email, 'epoch' FROM person p WHERE p.programme = ${programme}
       AND NOT EXISTS (SELECT 1 FROM address_holding a WHERE a.programme = p.programme AND a.person_id = p.id)`;
}

/** Which row counts at an instant. */
const counting = ({ programme, personId }: Pick<NewAddress, 'programme' | 'personId'>, at: Date) => ({
  ...{ programme, personId, from: { lte: at }, OR: [{ to: null }, { to: { gt: at } }] },
});

/**
 * Lets an address count from an instant on, until the next one that is entered already; the one before ends there. An
 * address that counts then anyway is left as it stands. What counts now is the person's address at once. The caller has
 * locked the row of the person.
 */
export async function placeAddress(tx: Transaction, { programme, personId, email, from: at }: NewAddress): Promise<void> {
  const from = new Date(at);
  const ofPerson = { programme, personId };
  const running = counting(ofPerson, from);
  if ((await tx.addressHolding.findFirst({ where: running }))?.email !== email) {
    const next = await tx.addressHolding.findFirst({ where: { ...ofPerson, from: { gt: from } }, orderBy: { from: 'asc' } });
    await tx.addressHolding.updateMany({ where: { ...running, from: { lt: from } }, data: { to: from } });
    const held = { ...ofPerson, from };
    const until = { email, to: next?.from ?? null };
    await tx.addressHolding.upsert({ where: { programme_personId_from: held }, create: { ...held, ...until }, update: until });
  }
  const now = await tx.addressHolding.findFirst({ where: counting(ofPerson, new Date()) });
  if (now) await tx.person.update({ where: { programme_id: { programme, id: personId } }, data: { email: now.email } });
}
