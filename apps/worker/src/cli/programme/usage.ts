import { UsageError } from '../arguments.ts';

/** An error about what was typed, in both languages. */
export function usageError(vi: string, en: string): UsageError {
  return new UsageError(`${vi} / ${en}`);
}

/** The name that the command needs was left out. */
export function nameMissing(syntax: readonly string[]): UsageError {
  const how = syntax.join(' | ');
  return usageError(`Thiếu tên chương trình: viết ${how}.`, `The name of a programme is missing: write ${how}.`);
}
