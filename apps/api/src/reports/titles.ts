import { dateOf, endOfDate, type IsoDate, type WorkingCalendar } from '@laurel/domain';
import type { TitleRow } from '@laurel/db';
import { wrongField } from '../http/read-request.ts';

/** Reports cut days where the programmes live. */
export const REPORT_ZONE = 'Asia/Ho_Chi_Minh';

const CALENDAR: WorkingCalendar = {
  id: 'reports',
  version: '1',
  days: { kind: 'civil', zone: REPORT_ZONE },
  weekend: [],
  holidays: [],
  swapDays: [],
  covered: 'all',
  office: { dayOpens: '00:00', dayCloses: '00:00', mailAt: '00:00' },
};

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

export interface ReportTimes {
  readonly asOf: IsoDate;
  /** Printed: a date as it was given, or an instant. */
  readonly knownAt: string;
  readonly knownBefore: number;
}

/** Today in the programmes' zone. */
export function todayThere(now: number): IsoDate {
  return dateOf(CALENDAR, now);
}

/** The two times of a report: `asOf` a day (default today), `knownAt` a day to its end or an instant (default now). */
export function reportTimes(asOf: string | undefined, knownAt: string | undefined, now: number): ReportTimes {
  const day = asOf ?? todayThere(now);
  if (knownAt === undefined) return { asOf: day, knownAt: new Date(now).toISOString(), knownBefore: now + 1 };
  if (isDate(knownAt)) return { asOf: day, knownAt, knownBefore: endOfDate(CALENDAR, knownAt) };
  const instant = Date.parse(knownAt);
  if (Number.isNaN(instant)) {
    throw wrongField(
      '/knownAt',
      'Known at: write a date (YYYY-MM-DD) or an instant with its offset.',
      'Biết đến lúc: xin ghi ngày (NĂM-THÁNG-NGÀY) hoặc thời điểm kèm múi giờ.',
    );
  }
  return { asOf: day, knownAt, knownBefore: instant + 1 };
}

export interface TitleCount {
  readonly award: string;
  readonly level: string;
  readonly issuer: string;
  readonly recipientKind: string;
  readonly count: number;
  readonly rows: readonly TitleRow[];
}

/** Counts by award, level, issuer and kind of recipient, each with the rows it was counted from. */
export function countTitles(rows: readonly TitleRow[]): readonly TitleCount[] {
  const groups = new Map<string, TitleRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.award, row.level, row.issuer, row.recipientKind]);
    const members = groups.get(key);
    if (members) members.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    if (!first) return [];
    const { award, level, issuer, recipientKind } = first;
    return [{ award, level, issuer, recipientKind, count: members.length, rows: members }];
  });
}
