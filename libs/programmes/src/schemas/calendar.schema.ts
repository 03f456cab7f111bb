import type { WorkingCalendar } from '@laurel/domain';
import { z } from 'zod';
import { isoDate, key, text, wallTime } from './common.schema.ts';

const zone = z.string().refine(isZone, { error: 'zone' });
const namedDay = z.strictObject({ on: isoDate, name: text, source: z.string().min(1) });

/** `calendars/<id>.yaml` */
export const calendarFile = z.strictObject({
  id: key,
  version: z.string().min(1),
  days: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('civil'), zone }),
    z.strictObject({ kind: z.literal('fixed'), dayMs: z.int().min(1) }),
  ]),
  weekend: z.array(z.int().min(1).max(7)),
  covered: z.union([z.literal('all'), z.strictObject({ from: z.int(), to: z.int() })]),
  provisionalYears: z.array(z.int()).default([]),
  office: z.strictObject({ dayOpens: wallTime, dayCloses: wallTime, mailAt: wallTime }),
  swapDays: z.array(namedDay),
  holidays: z.array(namedDay),
}) satisfies z.ZodType<WorkingCalendar>;

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
