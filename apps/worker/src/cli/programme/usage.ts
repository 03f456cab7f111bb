import { usageError, type UsageError } from '../arguments.ts';

/** The name that the command needs was left out. */
export function nameMissing(syntax: readonly string[]): UsageError {
  const how = syntax.join(' | ');
  return usageError(`Thiếu tên chương trình: viết ${how}.`, `The name of a programme is missing: write ${how}.`);
}
