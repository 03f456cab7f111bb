import type { Directory, Instant, IsoDate, Person, Substitution } from '@laurel/domain';
import { auditInStream, withinPrisma, type StreamEntry } from '../case/audit-stream.ts';
import type { Database, Transaction } from '../database.ts';
import { placeAddress, seedAddresses, type DatedAddress } from './addresses.ts';

const date = (at: Instant): Date => new Date(at);
const dateOrNull = (at: Instant | null): Date | null => (at === null ? null : new Date(at));
const day = (on: string): Date => new Date(`${on}T00:00:00Z`);

/** A unit's last day, and who does its work from then on; without a successor the one named before stays. */
export interface UnitEnd {
  readonly unit: string;
  readonly ends: IsoDate;
  readonly successor: string | null;
}

/** Writes people; every change raises the directory's version, so that caches notice. */
export class PeopleRepository {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Adds what the directory names and is not there yet; what an administrator has changed since stays as it is. */
  async seed({ programme, ...directory }: Directory): Promise<void> {
    await this.database.prisma.$transaction(async (tx) => {
      await seedUnits(tx, programme, directory);
      await seedPosts(tx, programme, directory);
      await tx.$executeRaw`INSERT INTO directory_version (programme, version) VALUES (${programme}, 1)
        ON CONFLICT (programme) DO UPDATE SET version = directory_version.version + 1`;
    });
  }

  /** Gives a post to another person from an instant on; the holder until then keeps what was done. The same again changes nothing. */
  async appoint(programme: string, post: string, personId: string, from: Instant): Promise<void> {
    await this.changed(programme, { action: 'appointed', facts: { post, personId, from } }, async (tx) => {
      const running = { programme, post, OR: [{ to: null }, { to: { gt: date(from) } }] };
      await tx.postHolding.updateMany({ where: running, data: { to: date(from) } });
      const held = { programme, post, personId, from: date(from) };
      await tx.postHolding.upsert({ where: { programme_post_personId_from: held }, create: { ...held, to: null }, update: { to: null } });
    });
  }

  /** Names a substitute for everything that a post is asked between two instants; from the same one on again, it moves the end. */
  async substitute(programme: string, given: Substitution): Promise<void> {
    const { reason, ...facts } = given;
    await this.changed(programme, { action: 'substitute-named', reason, facts: { ...facts } }, async (tx) => {
      const stood = { programme, post: given.post, personId: given.personId, from: date(given.from) };
      const until = { to: date(given.to), reason };
      await tx.substitution.upsert({ where: { programme_post_personId_from: stood }, create: { ...stood, ...until }, update: until });
    });
  }

  /**
   * Corrects a person, or adds one. The address counts from an instant on, now or later: until then the one before does,
   * and what was an address stays on record. Name and language count at once.
   */
  async savePerson(programme: string, person: Person, given: Instant = Date.now()): Promise<void> {
    const from = Math.max(given, Date.now());
    await this.changed(programme, { action: 'person-saved', facts: { personId: person.id, from } }, async (tx) => {
      const { email, ...beside } = person;
      const where = { programme_id: { programme, id: person.id } };
      // Begins with the row of the person: whoever else saves that person waits here.
      await tx.person.upsert({ where, create: { ...person, programme }, update: { ...beside } });
      await placeAddress(tx, { programme, personId: person.id, email, from });
    });
  }

  /** Which address is a person's from when to when, those to come included. */
  async addressesOf(programme: string, personId: string): Promise<readonly DatedAddress[]> {
    const where = { programme, personId };
    const rows = await this.database.prisma.addressHolding.findMany({ where, orderBy: { from: 'asc' } });
    return rows.map(({ email, from, to }) => ({ email, from: from.getTime(), to: to?.getTime() ?? null }));
  }

  /** Says on which day a unit ends, and who follows it; its open tasks pass by themselves. The same again changes nothing. */
  async endUnit(programme: string, { unit, ends, successor }: UnitEnd): Promise<void> {
    await this.changed(programme, { action: 'unit-ended', facts: { unit, ends, successor } }, async (tx) => {
      const data = { validTo: day(ends), ...(successor === null ? {} : { successor }) };
      await tx.unit.update({ where: { programme_key: { programme, key: unit } }, data });
    });
  }

  /** A change, its audit link and the raised version are one transaction. Facts name ids, never people. */
  private async changed(programme: string, audited: Omit<StreamEntry, 'actor'>, change: (tx: Transaction) => Promise<void>): Promise<void> {
    await this.database.prisma.$transaction(async (tx) => {
      await change(tx);
      await tx.directoryVersion.update({ where: { programme }, data: { version: { increment: 1 } } });
      await auditInStream(withinPrisma(tx), `people:${programme}`, { ...audited, actor: 'operator' });
    });
  }
}

type Entries = Omit<Directory, 'programme'>;

async function seedUnits(tx: Transaction, programme: string, { units, people }: Entries): Promise<void> {
  const unitRows = [...units.values()].map(({ name, validFrom, validTo, ...unit }) => ({
    ...unit,
    programme,
    nameVi: name.vi,
    nameEn: name.en,
    validFrom: day(validFrom),
    validTo: validTo === null ? null : day(validTo),
  }));
  await tx.unit.createMany({ data: unitRows, skipDuplicates: true });
  await tx.person.createMany({ data: [...people.values()].map((person) => ({ ...person, programme })), skipDuplicates: true });
  await seedAddresses(tx, programme);
}

async function seedPosts(tx: Transaction, programme: string, { posts, holdings, substitutions }: Entries): Promise<void> {
  const postRows = [...posts.values()].map(({ title, ...post }) => ({ ...post, programme, titleVi: title.vi, titleEn: title.en }));
  await tx.post.createMany({ data: postRows, skipDuplicates: true });
  const held = holdings.map((row) => ({ ...row, programme, from: date(row.from), to: dateOrNull(row.to) }));
  await tx.postHolding.createMany({ data: held, skipDuplicates: true });
  const stood = substitutions.map((row) => ({ ...row, programme, from: date(row.from), to: date(row.to) }));
  await tx.substitution.createMany({ data: stood, skipDuplicates: true });
}
