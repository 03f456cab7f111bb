import { differenceOf, loadProgramme, printDifference, type VersionSide } from '@laurel/programmes';
import type { Call, Command } from './command.ts';
import { locate, today, versionOf } from './folder.ts';
import { usageError } from '../arguments.ts';
import { nameMissing } from './usage.ts';

const syntax = ['diff <name> --from <version> --to <version>', 'diff <path> <path>'];

async function side(name: string, call: Call, option: 'from' | 'to'): Promise<VersionSide> {
  const named = await locate(name, call.folder);
  const programme = await loadProgramme(named.dir);
  const asked = call.values[option] ?? named.version;
  if (asked === null && call.names.length === 1) throw lacks(option, programme.ruleSets.map(({ version }) => version).join(', '));
  return { rules: versionOf(programme, asked ?? undefined, `--${option}`, today()), people: programme.people };
}

function lacks(option: string, known: string): Error {
  return usageError(
    `Thiếu --${option}: thêm --${option} và một phiên bản (${known}).`,
    `--${option} is missing: add --${option} and a version (${known}).`,
  );
}

/** Two versions compared. */
export const diff: Command = {
  syntax,
  does: {
    vi: 'hai phiên bản khác nhau ở đâu, bằng lời; hoặc hai thư mục, hai tệp phiên bản',
    en: 'what differs between two versions, in words; or between two folders or files of versions',
  },
  most: 2,
  values: ['from', 'to'],
  flags: [],
  run: async (call) => {
    const [first, second = first] = call.names;
    if (first === undefined || second === undefined) throw nameMissing(syntax);
    const data = differenceOf(await side(first, call, 'from'), await side(second, call, 'to'));
    return { data, page: printDifference(data, call.language), holds: true };
  },
};
