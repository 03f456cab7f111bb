import type { Text } from '@laurel/domain';
import { searchWords } from '../intake/search-text.ts';
import type { Database } from '../database.ts';
import { MAY_TAKE } from '../reading/task-page.sql.ts';

export interface CampaignLine {
  readonly programme: string;
  readonly key: string;
  readonly ruleSetVersion: string;
  readonly opensAt: string;
  readonly closesAt: string | null;
}

export interface VersionLine {
  readonly programme: string;
  readonly version: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface UnitLine {
  readonly programme: string;
  readonly key: string;
  readonly name: Text;
  readonly parent: string | null;
}

export interface PersonLine {
  readonly programme: string;
  readonly id: string;
  readonly fullName: string;
  readonly email: string;
  readonly posts: readonly { readonly key: string; readonly title: Text; readonly unit: string }[];
}

const MOST_PEOPLE = 50;

/** $1 programme; $2 a task, to leave out who may not take it, or null. */
const PEOPLE = `
SELECT p.programme, p.id, p.full_name AS "fullName", p.email,
  coalesce((SELECT json_agg(json_build_object('key', s.key, 'title', json_build_object('vi', s.title_vi, 'en', s.title_en), 'unit', s.unit)
     ORDER BY s.key) FROM post_holding h JOIN post s ON s.programme = h.programme AND s.key = h.post
    WHERE h.programme = p.programme AND h.person_id = p.id AND h."from" <= now() AND (h."to" IS NULL OR h."to" > now())), '[]'::json) AS posts
  FROM person p
 WHERE p.programme = $1
   AND ($2::text IS NULL OR EXISTS (SELECT 1 FROM task t JOIN nomination n ON n.id = t.nomination_id
                                     WHERE t.id = $2 AND n.programme = p.programme AND ${MAY_TAKE}))
 ORDER BY p.full_name`;

const HOME_OF_TASK = 'SELECT n.programme, n.unit FROM task t JOIN nomination n ON n.id = t.nomination_id WHERE t.id = $1';

const day = (date: Date): string => date.toISOString().slice(0, 10);

/** Programmes, campaigns, units and people, for the console's filters and pickers. */
export class ConsoleDirectory {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async versions(): Promise<readonly VersionLine[]> {
    const select = { programme: true, version: true, validFrom: true, validTo: true } as const;
    const rows = await this.database.prisma.ruleSetVersion.findMany({ select, orderBy: [{ programme: 'asc' }, { validFrom: 'asc' }] });
    return rows.map(({ programme, version, validFrom, validTo }) => ({
      programme,
      version,
      validFrom: day(validFrom),
      validTo: validTo && day(validTo),
    }));
  }

  async campaigns(): Promise<readonly CampaignLine[]> {
    const rows = await this.database.prisma.campaign.findMany({ orderBy: [{ programme: 'asc' }, { opensAt: 'desc' }] });
    return rows.map(({ programme, key, ruleSetVersion, opensAt, closesAt }) => ({
      programme,
      key,
      ruleSetVersion,
      opensAt: opensAt.toISOString(),
      closesAt: closesAt?.toISOString() ?? null,
    }));
  }

  async units(): Promise<readonly UnitLine[]> {
    const rows = await this.database.prisma.unit.findMany({ orderBy: [{ programme: 'asc' }, { key: 'asc' }] });
    return rows.map(({ programme, key, nameVi, nameEn, parent }) => ({ programme, key, name: { vi: nameVi, en: nameEn }, parent }));
  }

  async directoryVersion(programme: string): Promise<number> {
    const row = await this.database.prisma.directoryVersion.findUnique({ where: { programme } });
    return row?.version ?? 0;
  }

  /** Programme and unit of a task's nomination; null when there is no such task. */
  async homeOfTask(taskId: string): Promise<{ readonly programme: string; readonly unit: string } | null> {
    const { rows } = await this.database.pool.query<{ programme: string; unit: string }>(HOME_OF_TASK, [taskId]);
    return rows[0] ?? null;
  }

  /**
   * People whose name, address or id holds every word, also without diacritics; the first fifty by name. With a task, only those to
   * whom it may be handed.
   */
  async people(programme: string, q: string, taskId: string | null = null): Promise<readonly PersonLine[]> {
    const { rows } = await this.database.pool.query<PersonLine>(PEOPLE, [programme, taskId]);
    const words = searchWords(q).split(' ');
    const found = rows.filter(({ id, fullName, email, posts }) => {
      const text = searchWords(fullName, email, id, ...posts.map(({ title }) => title.vi));
      return words.every((word) => text.includes(word));
    });
    return found.slice(0, MOST_PEOPLE);
  }
}
