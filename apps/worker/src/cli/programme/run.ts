import { describeProblem, ProgrammeInvalid } from '@laurel/programmes';
import { UsageError } from '../arguments.ts';
import { clock } from './clock.command.ts';
import type { Command } from './command.ts';
import { diagram } from './diagram.command.ts';
import { diff } from './diff.command.ts';
import { explain } from './explain.command.ts';
import { parseCall } from './parse.ts';
import { simulate } from './simulate.command.ts';
import { usageError } from './usage.ts';
import { validate } from './validate.command.ts';

const COMMANDS: ReadonlyMap<string, Command> = new Map(Object.entries({ validate, explain, diagram, diff, simulate, clock }));

const USAGE = [
  'npm run programme -- <command> [--json] [--lang vi|en] [--programmes <folder>]',
  ...[...COMMANDS.values()].flatMap(({ syntax, does }) => [...syntax.map((line) => `  ${line}`), `      ${does.vi} / ${does.en}`]),
].join('\n');

/** What a run prints and how it ends: 0 done, 1 a programme is not valid, 2 something is wrong with what was typed. */
export interface Outcome {
  readonly output: string;
  readonly errors: string;
  readonly exitCode: 0 | 1 | 2;
}

/** Runs `npm run programme -- <args>`; reads the programmes, and writes a file only for `--out`. */
export async function runProgramme(args: readonly string[]): Promise<Outcome> {
  try {
    return await obey(args);
  } catch (error) {
    if (error instanceof ProgrammeInvalid)
      return { output: '', errors: `${error.problems.map(describeProblem).join('\n')}\n`, exitCode: 1 };
    if (error instanceof UsageError) return { output: '', errors: `${error.message}\n`, exitCode: 2 };
    throw error;
  }
}

async function obey([name, ...rest]: readonly string[]): Promise<Outcome> {
  if (name === 'help' || name === '--help') return { output: `${USAGE}\n`, errors: '', exitCode: 0 };
  if (name === undefined) throw new UsageError(USAGE);
  const command = COMMANDS.get(name);
  if (!command) {
    const known = [...COMMANDS.keys()].join(', ');
    throw usageError(`Không có lệnh "${name}": dùng ${known}.`, `There is no command "${name}": use ${known}.`);
  }
  const call = parseCall(rest, command);
  const { data, page, holds } = await command.run(call);
  return { output: `${call.json ? JSON.stringify(data) : page}\n`, errors: '', exitCode: holds ? 0 : 1 };
}
