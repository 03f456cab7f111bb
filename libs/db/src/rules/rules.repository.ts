import { createHash } from 'node:crypto';
import { completed, type RuleSet, type StoredRuleSet, type WorkingCalendar } from '@laurel/domain';
import type { Database } from '../database.ts';

/** A published version may never change: running cases are pinned to it. */
export class RuleSetChanged extends Error {
  override readonly name = 'RuleSetChanged';
}

/** Published rule sets and calendars. They never change, so what was read once is kept. */
export class RulesRepository {
  private readonly ruleSets = new Map<string, Promise<RuleSet>>();
  private readonly calendars = new Map<string, Promise<WorkingCalendar>>();
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Publishes a version; publishing the same again does nothing, other rules under the same version are refused. */
  async publish(rules: RuleSet): Promise<void> {
    const { programme, version, calendar } = rules;
    const definition = JSON.stringify(rules);
    const sha256 = fingerprint(rules);
    const stored = await this.database.prisma.ruleSetVersion.upsert({
      where: { programme_version: { programme, version } },
      create: {
        programme,
        version,
        definition: JSON.parse(definition) as object,
        sha256,
        validFrom: day(rules.validFrom),
        validTo: rules.validTo === null ? null : day(rules.validTo),
      },
      update: {},
    });
    if (stored.sha256 !== sha256 && fingerprint(completed(stored.definition as unknown as StoredRuleSet)) !== sha256) {
      throw new RuleSetChanged(`${programme} ${version} is published with other rules: give the changed definition a new version.`);
    }
    await this.publishCalendar(calendar);
  }

  /** Publishes a calendar version: cases that begin from now on are pinned to it. */
  async publishCalendar(calendar: WorkingCalendar): Promise<void> {
    const { id, version } = calendar;
    const data = JSON.parse(JSON.stringify(calendar)) as object;
    await this.database.prisma.calendarVersion.upsert({
      where: { id_version: { id, version } },
      create: { id, version, data },
      update: {},
    });
  }

  /** A calendar as it was published, or null. */
  async publishedCalendar(id: string, version: string): Promise<WorkingCalendar | null> {
    const row = await this.database.prisma.calendarVersion.findUnique({ where: { id_version: { id, version } } });
    return row && (row.data as unknown as WorkingCalendar);
  }

  /** The rules of a programme in one version; throws when they were never published. */
  ruleSet(programme: string, version: string): Promise<RuleSet> {
    return remembered(this.ruleSets, `${programme}@${version}`, async () => {
      const row = await this.database.prisma.ruleSetVersion.findUniqueOrThrow({ where: { programme_version: { programme, version } } });
      return completed(row.definition as unknown as StoredRuleSet);
    });
  }

  calendar(id: string, version: string): Promise<WorkingCalendar> {
    return remembered(this.calendars, `${id}@${version}`, async () => {
      const row = await this.database.prisma.calendarVersion.findUniqueOrThrow({ where: { id_version: { id, version } } });
      return row.data as unknown as WorkingCalendar;
    });
  }
}

/**
 * The same for rules that say the same, in whatever order and by whichever version of the language they were written. A
 * calendar has versions of its own: a day off that is added later does not make other rules.
 */
function fingerprint(rules: RuleSet): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted({ ...rules, calendar: rules.calendar.id })))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]));
}

const day = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** Keeps a successful read; a failed one is tried again by the next caller. */
function remembered<Value>(cache: Map<string, Promise<Value>>, key: string, read: () => Promise<Value>): Promise<Value> {
  const known = cache.get(key);
  if (known) return known;
  const reading = read();
  cache.set(key, reading);
  reading.catch(() => cache.delete(key));
  return reading;
}
