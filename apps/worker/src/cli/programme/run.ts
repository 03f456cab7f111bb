import { unknownCommand, UsageError } from '../arguments.ts';
import { done, outcomeOf, type Outcome } from '../outcome.ts';
import { clock } from './clock.command.ts';
import type { Command } from './command.ts';
import { diagram } from './diagram.command.ts';
import { diff } from './diff.command.ts';
import { explain } from './explain.command.ts';
import { parseCall } from './parse.ts';
import { simulate } from './simulate.command.ts';
import { validate } from './validate.command.ts';

const COMMANDS: ReadonlyMap<string, Command> = new Map(Object.entries({ validate, explain, diagram, diff, simulate, clock }));

const USAGE = [
  'npm run programme -- <command> [--json] [--lang vi|en] [--programmes <folder>]',
  ...[...COMMANDS.values()].flatMap(({ syntax, does }) => [...syntax.map((line) => `  ${line}`), `      ${does.vi} / ${does.en}`]),
].join('\n');

/** Runs `npm run programme -- <args>`; reads the programmes, and writes a file only for `--out`. */
export function runProgramme(args: readonly string[]): Promise<Outcome> {
  return outcomeOf(USAGE, args, () => obey(args));
}

async function obey([name, ...rest]: readonly string[]): Promise<Outcome> {
  if (name === undefined) throw new UsageError(USAGE);
  const command = COMMANDS.get(name);
  if (!command) throw unknownCommand(name, [...COMMANDS.keys()]);
  const call = parseCall(rest, command);
  const { data, page, holds } = await command.run(call);
  return done(call.json ? JSON.stringify(data) : page, holds);
}
