import { newId } from '../ids.ts';

/** Characters of a ULID that tell the time; the rest is chance. */
const TIME_LENGTH = 10;

/** The time part of a ULID; {@link ACT_ID} adds chance for every row of a set. */
export function actIdPrefix(): string {
  return newId().slice(0, TIME_LENGTH);
}

/** SQL for a ULID that begins with the parameter; hexadecimal digits are all letters of its alphabet. */
export function actIdSql(parameter: string): string {
  return `${parameter} || upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 16))`;
}
