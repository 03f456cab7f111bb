import type { Holiday, SwapDay, WaitRule, WorkingCalendar } from './calendar.types.ts';

const holiday = (on: string, name: string): Holiday => ({ on, name: { vi: name, en: name } });
const swap = (on: string): SwapDay => ({ on, name: { vi: 'Làm bù', en: 'Swap day' } });

/** Viet Nam from the end of 2024 to 2025: what the golden cases of the published notices need, and Tết with a swap day. */
export function vietNam(extra: readonly string[] = []): WorkingCalendar {
  const tet = ['2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'];
  const national = ['2024-09-02', '2024-09-03', '2025-09-01', '2025-09-02'];
  const spring = ['2025-01-01', '2025-04-07', '2025-04-30', '2025-05-01', '2025-05-02'];
  return {
    id: 'viet-nam',
    version: extra.length === 0 ? '1' : '2',
    days: { kind: 'civil', zone: 'Asia/Ho_Chi_Minh' },
    weekend: [6, 7],
    holidays: [...tet.map((on) => holiday(on, 'Tết')), ...[...national, ...spring, ...extra].map((on) => holiday(on, 'Nghỉ lễ'))],
    swapDays: [swap('2025-04-26')],
    covered: { from: 2024, to: 2025 },
    office: { dayOpens: '08:00', dayCloses: '17:00', mailAt: '08:30' },
  };
}

/** A zone whose clocks change, without holidays. */
export function berlin(office = { dayOpens: '08:00', dayCloses: '17:00', mailAt: '08:30' }): WorkingCalendar {
  const days = { kind: 'civil', zone: 'Europe/Berlin' } as const;
  return { ...vietNam(), id: 'berlin', days, weekend: [], holidays: [], swapDays: [], covered: 'all', office };
}

/** Days of four seconds. */
export function rehearsal(): WorkingCalendar {
  const office = { dayOpens: '06:00', dayCloses: '18:00', mailAt: '12:00' };
  return { ...berlin(office), id: 'rehearsal', days: { kind: 'fixed', dayMs: 4000 } };
}

/** Milliseconds of `day time` in Viet Nam. */
export const vn = (written: string): number => Date.parse(`${written.replace(' ', 'T')}+07:00`);

export const working = (days: number, countStartDay = false): WaitRule => ({
  clock: { mode: 'working-days', days, countStartDay },
  remindAt: [-3, -1, 0, 1],
  escalateAfter: 2,
  closesAfter: 5,
});
