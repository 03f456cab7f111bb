import { parseArgs } from 'node:util';

/** Something is wrong with what was typed; the message names the option and the cure. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export type Options = Readonly<Record<string, string | undefined>>;

/** Reads `command --name value …`; every option takes a value, except `--json`. */
export function readArguments(
  args: readonly string[],
  names: readonly string[],
): { readonly command: string; readonly options: Options; readonly json: boolean } {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values, positionals } = parse(args, { ...options, json: { type: 'boolean' as const } });
  const given = Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  return { command: positionals[0] ?? 'help', options: Object.fromEntries(given), json: values['json'] === true };
}

function parse(args: readonly string[], options: Record<string, { type: 'string' | 'boolean' }>): ReturnType<typeof parseArgs> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The value of an option that the command cannot do without. */
export function required(options: Options, name: string): string {
  const value = options[name];
  if (value === undefined || value === '') throw new UsageError(`--${name} is missing: give --${name} <value>.`);
  return value;
}

/** An instant written as ISO 8601, or `now` where it is left out. */
export function instantOf(options: Options, name: string): number {
  const value = options[name];
  if (value === undefined) return Date.now();
  const at = Date.parse(value);
  if (Number.isNaN(at)) throw new UsageError(`--${name} is "${value}": give a date such as 2026-09-01 or 2026-09-01T08:00:00+07:00.`);
  return at;
}
