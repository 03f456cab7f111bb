import type { Language } from '@laurel/domain';
import { parseArgs } from 'node:util';
import type { Call, Command } from './command.ts';
import { usageError } from './usage.ts';

const EVERYWHERE = ['lang', 'programmes'] as const;
const PROGRAMMES = 'programmes';

/** Sorts out what was typed after a command's name; every mistake names its option and the cure. */
export function parseCall(args: readonly string[], command: Command): Call & { readonly json: boolean } {
  const [values, flags] = [
    [...command.values, ...EVERYWHERE],
    [...command.flags, 'json'],
  ];
  const options = { ...typed(values, 'string'), ...typed(flags, 'boolean') };
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  const given = new Map<string, string>();
  const names: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') names.push(token.value);
    if (token.kind === 'option') given.set(token.name, readOption(token, values, flags));
  }
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

function typed(names: readonly string[], type: 'string' | 'boolean'): Record<string, { type: 'string' | 'boolean' }> {
  return Object.fromEntries(names.map((name) => [name, { type }]));
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
}

function readOption({ name, rawName, value }: OptionToken, values: readonly string[], flags: readonly string[]): string {
  if (flags.includes(name)) {
    if (value !== undefined)
      throw usageError(`${rawName} không nhận giá trị: chỉ viết ${rawName}.`, `${rawName} takes no value: write ${rawName} alone.`);
    return '';
  }
  if (!values.includes(name)) {
    const known = [...values, ...flags].map((one) => `--${one}`).join(', ');
    throw usageError(`Không có tùy chọn ${rawName}: dùng ${known}.`, `There is no option ${rawName}: use ${known}.`);
  }
  if (value === undefined || value === '' || value.startsWith('--'))
    throw usageError(`${rawName} thiếu giá trị: viết ${rawName} <giá trị>.`, `${rawName} lacks its value: write ${rawName} <value>.`);
  return value;
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
