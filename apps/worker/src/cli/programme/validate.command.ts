import { basename } from 'node:path';
import { routesOf } from '@laurel/domain';
import { describeProblem, loadProgramme, ProgrammeInvalid, type Problem } from '@laurel/programmes';
import type { Answer, Command } from './command.ts';
import { locate, namesIn } from './folder.ts';

interface Checked {
  readonly programme: string;
  readonly versions: readonly string[];
  /** Stages of the newest version, of all its routes. */
  readonly stages: number;
  /** Its routes by name; empty where there is one for all. */
  readonly routes: readonly string[];
  readonly problems: readonly Problem[];
}

async function check(dir: string): Promise<Checked> {
  const programme = basename(dir);
  try {
    const { ruleSets } = await loadProgramme(dir);
    const newest = ruleSets.at(-1);
    const stages = newest ? routesOf(newest).reduce((sum, route) => sum + route.stages.length, 0) : 0;
    return {
      programme,
      versions: ruleSets.map(({ version }) => version),
      stages,
      routes: newest?.routes.map(({ key }) => key) ?? [],
      problems: [],
    };
  } catch (error) {
    if (error instanceof ProgrammeInvalid) return { programme, versions: [], stages: 0, routes: [], problems: error.problems };
    throw error;
  }
}

function lineOf({ programme, versions, stages, routes, problems }: Checked, language: 'vi' | 'en'): string {
  if (problems.length > 0) return problems.map(describeProblem).join('\n');
  const all = versions.join(', ');
  const ways = routes.length === 0 ? '' : language === 'vi' ? `${String(routes.length)} đường đi, ` : `${String(routes.length)} routes, `;
  return language === 'vi'
    ? `${programme}: đúng (phiên bản ${all}; ${ways}${stages} bước)`
    : `${programme}: valid (version ${all}; ${ways}${stages} stages)`;
}

/** Every mistake of the files, each with its place and cure. */
export const validate: Command = {
  syntax: ['validate [<name> …]'],
  does: {
    vi: 'mọi lỗi theo tệp, dòng, trường và cách sửa; không ghi tên là mọi chương trình',
    en: 'every mistake by file, line and field, with its cure; all programmes by default',
  },
  most: 100,
  values: [],
  flags: [],
  run: async ({ names, folder, language }): Promise<Answer> => {
    const wanted = names.length > 0 ? names : await namesIn(folder);
    const checked: Checked[] = [];
    for (const name of wanted) checked.push(await check((await locate(name, folder)).dir));
    const holds = checked.every(({ problems }) => problems.length === 0);
    return { data: { valid: holds, programmes: checked }, page: checked.map((one) => lineOf(one, language)).join('\n'), holds };
  },
};
