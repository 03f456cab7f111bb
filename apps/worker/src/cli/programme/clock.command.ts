import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { countClock, loadCalendar, printClock } from '@laurel/programmes';
import type { WorkingCalendar } from '@laurel/domain';
import type { Call, Command } from './command.ts';
import { dateOption } from './dates.ts';
import { needed } from './parse.ts';
import { usageError } from '../arguments.ts';

const MOST_DAYS = 1000;

function daysOf(call: Call): number {
  const value = needed(call, 'working-days', '10');
  const days = /^\d+$/.test(value) ? Number(value) : 0;
  if (days >= 1 && days <= MOST_DAYS) return days;
  throw usageError(
    `--working-days "${value}": viết một số nguyên từ 1 đến ${MOST_DAYS}.`,
    `--working-days is "${value}": give a whole number from 1 to ${MOST_DAYS}.`,
  );
}

async function calendarOf({ values, folder }: Call): Promise<WorkingCalendar> {
  const id = values['calendar'] ?? 'viet-nam';
  const files = await readdir(join(folder, 'calendars')).catch(() => []);
  const known = files.filter((file) => file.endsWith('.yaml')).map((file) => basename(file, '.yaml'));
  if (known.length === 0)
    throw usageError(
      `--programmes "${folder}" không có thư mục calendars: viết đường dẫn của thư mục programmes.`,
      `--programmes "${folder}" has no folder calendars: give the path of the folder programmes.`,
    );
  if (!known.includes(id))
    throw usageError(`--calendar "${id}" không có: dùng ${known.join(', ')}.`, `--calendar "${id}" is not there: use ${known.join(', ')}.`);
  const calendar = await loadCalendar(folder, id);
  if (calendar.days.kind === 'civil') return calendar;
  throw usageError(
    `--calendar "${id}" không có ngày tháng: dùng một lịch theo ngày, ví dụ viet-nam.`,
    `--calendar "${id}" has no civil dates: use one that has, such as viet-nam.`,
  );
}

/** Working days counted. */
export const clock: Command = {
  syntax: ['clock --from <date> --working-days <n> [--count-start] [--calendar <id>]'],
  does: {
    vi: 'ngày đến hạn, các ngày nghỉ và ngày làm bù đi qua',
    en: 'the due date, and the holidays and swap days on the way',
  },
  most: 0,
  values: ['from', 'working-days', 'calendar'],
  flags: ['count-start'],
  run: async (call) => {
    const [from, days] = [dateOption(call, 'from'), daysOf(call)];
    const data = countClock(await calendarOf(call), from, days, call.flags.has('count-start'));
    return { data, page: printClock(data, call.language), holds: true };
  },
};
