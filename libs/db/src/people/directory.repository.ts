import type { Directory, Language, Person, Post, ReminderWish, Unit } from '@laurel/domain';
import type { Database } from '../database.ts';

const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

/** People, posts and units of a programme, kept in memory until their version moves. */
export class DirectoryRepository {
  private readonly known = new Map<string, Directory>();
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** The directory at `version` or newer; `version` comes with every loaded case, so a change is seen at once. */
  async at(programme: string, version: number): Promise<Directory> {
    const known = this.known.get(programme);
    if (known && known.version >= version) return known;
    const read = await this.read(programme, version);
    this.known.set(programme, read);
    return read;
  }

  private async read(programme: string, version: number): Promise<Directory> {
    const where = { where: { programme } };
    const { prisma } = this.database;
    const [people, units, posts, holdings, substitutions] = await Promise.all([
      prisma.person.findMany(where),
      prisma.unit.findMany(where),
      prisma.post.findMany(where),
      prisma.postHolding.findMany({ ...where, orderBy: { from: 'asc' } }),
      prisma.substitution.findMany({ ...where, orderBy: { from: 'asc' } }),
    ]);
    return {
      programme,
      version,
      people: keyed(people.map(personOf), ({ id }) => id),
      units: keyed(units.map(unitOf), ({ key }) => key),
      posts: keyed(posts.map(postOfRow), ({ key }) => key),
      holdings: holdings.map(({ post, personId, from, to }) => ({ post, personId, from: from.getTime(), to: to?.getTime() ?? null })),
      substitutions: substitutions.map(({ post, personId, from, to, reason }) => ({
        post,
        personId,
        from: from.getTime(),
        to: to.getTime(),
        reason,
      })),
    };
  }
}

function personOf({ id, fullName, email, language, reminders }: { readonly [Field in keyof Required<Person>]: string }): Person {
  return { id, fullName, email, language: language as Language, reminders: reminders as ReminderWish };
}

interface PostRow {
  readonly key: string;
  readonly unit: string;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly superior: string | null;
}

function postOfRow({ key, unit, titleVi, titleEn, superior }: PostRow): Post {
  return { key, unit, title: { vi: titleVi, en: titleEn }, superior };
}

interface UnitRow {
  readonly key: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly parent: string | null;
  readonly validFrom: Date;
  readonly validTo: Date | null;
  readonly successor: string | null;
}

function unitOf(row: UnitRow): Unit {
  return {
    key: row.key,
    name: { vi: row.nameVi, en: row.nameEn },
    parent: row.parent,
    validFrom: isoDay(row.validFrom),
    validTo: row.validTo && isoDay(row.validTo),
    successor: row.successor,
  };
}

function keyed<Value>(values: readonly Value[], keyOf: (value: Value) => string): ReadonlyMap<string, Value> {
  return new Map(values.map((value) => [keyOf(value), value]));
}
