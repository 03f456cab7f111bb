import type { Language, Text } from '@laurel/domain';

/** What was typed, sorted out. */
export interface Call {
  /** The words after the command's name that belong to no option. */
  readonly names: readonly string[];
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly flags: ReadonlySet<string>;
  readonly language: Language;
  /** The folder of the programmes. */
  readonly folder: string;
}

/** What a command found: data for machines, a page for people. */
export interface Answer {
  readonly data: unknown;
  readonly page: string;
  /** False when what was checked does not hold. */
  readonly holds: boolean;
}

/** One command: what may be typed after it, and what it does. */
export interface Command {
  /** As it is typed, one line each way. */
  readonly syntax: readonly string[];
  readonly does: Text;
  readonly most: number;
  readonly values: readonly string[];
  readonly flags: readonly string[];
  readonly run: (call: Call) => Promise<Answer>;
}
