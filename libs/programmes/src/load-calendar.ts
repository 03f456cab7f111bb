import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkingCalendar } from '@laurel/domain';
import { checkCalendar } from './checks/calendar.check.ts';
import { ProgrammeInvalid } from './problems.ts';
import { calendarFile } from './schemas/calendar.schema.ts';
import { readShape, readSource } from './source-file.ts';

/**
 * Reads `<programmesDir>/calendars/<id>.yaml`.
 * @throws ProgrammeInvalid with every problem found in it.
 * @throws the error of the file system when it cannot be read.
 */
export async function loadCalendar(programmesDir: string, id: string): Promise<WorkingCalendar> {
  const file = join('calendars', `${id}.yaml`);
  const source = readSource(file, await readFile(join(programmesDir, file), 'utf8'));
  const calendar = readShape(source, calendarFile);
  if (calendar) checkCalendar(calendar, id, source.report);
  if (source.problems.length > 0 || calendar === null) throw new ProgrammeInvalid(source.problems);
  return calendar;
}
