import type { Language } from '@laurel/domain';
import { sortOut, usageError } from '../arguments.ts';
import type { Call, Command } from './command.ts';

const EVERYWHERE = ['lang', 'programmes'] as const;
const PROGRAMMES = 'programmes';

/** Sorts out what was typed after a command's name; every mistake names its option and the cure. */
export function parseCall(args: readonly string[], command: Command): Call & { readonly json: boolean } {
  const [values, flags] = [
    [...command.values, ...EVERYWHERE],
    [...command.flags, 'json'],
  ];
  const { words: names, given } = sortOut(args, values, flags);
  if (names.length > command.most) throw tooMany(names[command.most] ?? '', command);
  return {
    names,
    values: Object.fromEntries(given),
    flags: new Set(flags.filter((name) => given.has(name))),
    language: languageOf(given.get('lang')),
    folder: given.get('programmes') ?? PROGRAMMES,
    json: given.has('json'),
  };
}

function tooMany(extra: string, { syntax }: Command): Error {
  const how = syntax.join(' | ');
  return usageError(`"${extra}" là thừa: viết ${how}.`, `"${extra}" is one word too many: write ${how}.`);
}

function languageOf(value: string | undefined): Language {
  if (value === undefined || value === 'vi' || value === 'en') return value ?? 'vi';
  throw usageError(`--lang "${value}" không có: viết vi hoặc en.`, `--lang is "${value}": give vi or en.`);
}

/** The value of an option that the command cannot do without. */
export function needed({ values }: Call, name: string, example: string): string {
  const value = values[name];
  if (value === undefined)
    throw usageError(`Thiếu --${name}: thêm --${name} ${example}.`, `--${name} is missing: add --${name} ${example}.`);
  return value;
}
