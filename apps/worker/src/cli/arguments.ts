import { parseArgs } from 'node:util';

/** Something is wrong with what was typed; the message names the option and the cure. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError';
}

/** An error about what was typed, in both languages. */
export function usageError(vi: string, en: string): UsageError {
  return new UsageError(`${vi} / ${en}`);
}

/** The words that belong to no option, and the options with their values, '' for a flag. */
export interface Typed {
  readonly words: readonly string[];
  readonly given: ReadonlyMap<string, string>;
}

/** Sorts out what was typed; every mistake names its option and the cure. */
export function sortOut(args: readonly string[], values: readonly string[], flags: readonly string[]): Typed {
  const options = { ...ofType(values, 'string'), ...ofType(flags, 'boolean') };
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  const given = new Map<string, string>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind === 'option') given.set(token.name, readOption(token, values, flags));
  }
  return { words, given };
}

function ofType(names: readonly string[], type: 'string' | 'boolean'): Record<string, { type: 'string' | 'boolean' }> {
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

export type Options = Readonly<Record<string, string | undefined>>;

/** Reads `command --name value …`; every option takes a value, except `--json`. */
export function readArguments(
  args: readonly string[],
  names: readonly string[],
): { readonly command: string | undefined; readonly options: Options; readonly json: boolean } {
  const { words, given } = sortOut(args, names, ['json']);
  const [command, extra] = words;
  if (extra !== undefined) throw usageError(`"${extra}" là thừa: bỏ đi.`, `"${extra}" is one word too many: leave it out.`);
  return { command, options: Object.fromEntries(given), json: given.has('json') };
}

/** What was typed in place of a command. */
export function unknownCommand(name: string | undefined, known: readonly string[]): UsageError {
  const list = known.join(', ');
  return name === undefined
    ? usageError(`Thiếu lệnh: dùng ${list}.`, `A command is missing: use ${list}.`)
    : usageError(`Không có lệnh "${name}": dùng ${list}.`, `There is no command "${name}": use ${list}.`);
}

/** The value of an option that the command cannot do without. */
export function required(options: Options, name: string): string {
  const value = options[name];
  if (value === undefined) throw usageError(`Thiếu --${name}: thêm --${name} <giá trị>.`, `--${name} is missing: add --${name} <value>.`);
  return value;
}

const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** An instant written as ISO 8601 with its offset, or a bare date that `ofDay` turns into one; `now` where it is left out. */
export function instantOf(options: Options, name: string, ofDay: (on: string) => number): number {
  const value = options[name];
  if (value === undefined) return Date.now();
  const at = readInstant(value, ofDay);
  if (!Number.isNaN(at)) return at;
  const example = '2026-09-01, 2026-09-01T08:00:00+07:00';
  throw usageError(
    `--${name} "${value}" không phải ngày giờ: viết như ${example}.`,
    `--${name} "${value}" is no instant: write it like ${example}.`,
  );
}

function readInstant(value: string, ofDay: (on: string) => number): number {
  if (WITH_OFFSET.test(value)) return Date.parse(value);
  try {
    return ofDay(value);
  } catch (error) {
    if (error instanceof RangeError) return Number.NaN;
    throw error;
  }
}
