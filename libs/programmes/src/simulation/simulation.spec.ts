import { describe, expect, it } from '@jest/globals';
import type { RuleSet } from '@laurel/domain';
import { allKinds } from '../all-kinds.fixture.ts';
import { loadCalendar } from '../load-calendar.ts';
import { SHIPPED } from '../programme-folder.fixture.ts';
import { ProgrammeInvalid } from '../problems.ts';
import { shipped } from '../words/shipped.fixture.ts';
import { countClock, printClock } from './clock.ts';
import { printSimulation } from './print.ts';
import { simulate } from './simulate.ts';

const { rules, people } = await shipped();
const vietNam = await loadCalendar(SHIPPED, 'viet-nam');
const datesOf = (on: string, pace: 'due' | 'closing' = 'due', of: RuleSet = rules): readonly (readonly string[])[] =>
  simulate(of, people, on, pace).stages.flatMap(({ wait }) =>
    wait ? [[wait.dueAt.on, ...wait.reminders.map(({ on: day }) => day), wait.escalateAt?.on ?? '-', wait.closesAt.on]] : [],
  );

describe('a count of working days', () => {
  it('is due as the published notices say', () => {
    const due = (from: string, countStart: boolean): string => countClock(vietNam, from, 10, countStart).dueOn;
    expect([due('2025-08-20', true), due('2025-08-20', false), due('2024-11-26', true), due('2024-11-26', false)]).toEqual([
      '2025-09-04',
      '2025-09-05',
      '2024-12-09',
      '2024-12-10',
    ]);
  });

  it('names the holidays, weekend days and swap days on its way', () => {
    expect(printClock(countClock(vietNam, '2025-08-20', 10, true), 'vi').split('\n')).toEqual([
      'Đến hạn: 17:00 thứ Năm 04/9/2025',
      'Cách tính: 10 ngày làm việc từ thứ Tư 20/8/2025, tính cả ngày đó',
      `Lịch: viet-nam, phiên bản ${vietNam.version}`,
      'Nghỉ lễ không tính: thứ Hai 01/9/2025 (Quốc khánh); thứ Ba 02/9/2025 (Quốc khánh)',
      'Cuối tuần không tính: 23/8/2025, 24/8/2025, 30/8/2025, 31/8/2025',
    ]);
    expect(printClock(countClock(vietNam, '2025-04-25', 4, false), 'en')).toContain(
      'Swap days worked: Saturday 26 April 2025 (Worked for 2 May)',
    );
  });

  it('warns of years that are provisional or unknown', () => {
    const warnings = (from: string): number => countClock(vietNam, from, 10, false).warnings.length;
    expect([warnings('2026-11-02'), warnings('2026-12-28'), warnings('2027-12-28'), warnings('2021-06-01')]).toEqual([0, 1, 2, 1]);
  });

  it('refuses a calendar file with mistakes', async () => {
    await expect(loadCalendar(SHIPPED, '../nam-tu-liem-ntvt/people')).rejects.toBeInstanceOf(ProgrammeInvalid);
  });
});

describe('a nomination filed on Monday 27 April 2026, a day in lieu, before 30 April and 1 May', () => {
  it('meets these dates when each stage is answered on its due day', () => {
    expect(datesOf('2026-04-27')).toEqual([
      // 28 and 29 April, then 4, 5 and 6 May.
      ['2026-05-06', '2026-04-29', '2026-05-05', '2026-05-06', '2026-05-07', '2026-05-08', '2026-05-13'],
      ['2026-05-20', '2026-05-15', '2026-05-19', '2026-05-20', '2026-05-21', '2026-05-22', '2026-06-02'],
      ['2026-06-03', '2026-05-29', '2026-06-02', '2026-06-03', '2026-06-04', '2026-06-05', '2026-06-16'],
    ]);
  });

  it('meets these due days when each stage is answered just before it closes', () => {
    const { stages } = simulate(rules, people, '2026-04-27', 'closing');
    expect(stages.map(({ reachedAt }) => reachedAt.on)).toEqual(['2026-04-27', '2026-04-27', '2026-05-13', '2026-06-09', '2026-07-06']);
    expect(stages.map(({ wait }) => wait?.pressedAt.map(({ on }) => on) ?? [])).toEqual([
      [],
      [],
      ['2026-06-03', '2026-06-05'],
      ['2026-06-30', '2026-07-02'],
      [],
    ]);
  });

  it('is told the holidays it steps over, and that it was filed on a day off', () => {
    const page = printSimulation(simulate(rules, people, '2026-04-27', 'due'), 'vi');
    expect(page).toContain(
      '  Đến hạn: 17:00 thứ Tư 06/5/2026\n  Nghỉ lễ không tính: thứ Năm 30/4/2026 (Ngày Chiến thắng); thứ Sáu 01/5/2026 (Ngày Quốc tế lao động)',
    );
    expect(page).toContain('  Khép: 17:00 thứ Tư 13/5/2026: chuyển việc cho Phó Chủ tịch Ủy ban nhân dân quận, thời hạn tính lại từ đầu');
    expect(page).toContain('  Khép: 17:00 thứ Tư 06/5/2026: không bổ sung thì hồ sơ hết hiệu lực');
    expect(page).toContain('Lưu ý: Ngày nộp thứ Hai 27/4/2026 là ngày nghỉ (Nghỉ bù Giỗ Tổ Hùng Vương): hồ sơ vẫn được nhận.');
  });
});

describe('a simulation', () => {
  it('tells the holidays between the due day and the close', () => {
    const page = printSimulation(simulate(rules, people, '2026-08-19', 'due'), 'en');
    expect(page).toContain('Swap days worked: Saturday 22 August 2026 (Worked for 31 August)');
    expect(page).toContain(
      'Holidays after the due day: Monday 31 August 2026 (Day off in exchange for 2026-08-22); Tuesday 1 September 2026 (National Day); Wednesday 2 September 2026 (National Day)',
    );
  });

  it('warns of a weekend filing, a provisional year and a year without a calendar', () => {
    const warned = (on: string): readonly string[] => simulate(rules, people, on, 'due').warnings.map(({ en }) => en.split(':')[0] ?? '');
    expect([warned('2026-04-18'), warned('2026-03-02'), warned('2026-12-28'), warned('2027-12-20')].map((found) => found.length)).toEqual([
      1, 0, 1, 2,
    ]);
    expect(warned('2026-04-18')).toEqual(['The filing day Saturday 18 April 2026 is a day off (weekend)']);
  });

  it('steps over nothing on clocks of calendar days and fixed dates, and has no return where the rules give none', () => {
    const clocks = [{ mode: 'calendar-days', days: 10, countStartDay: false } as const, { mode: 'fixed-date', on: '2026-05-29' } as const];
    for (const clock of clocks) {
      const stages = rules.stages.map((stage) => (stage.kind === 'review' ? { ...stage, wait: { ...stage.wait, clock } } : stage));
      const found = simulate({ ...rules, stages, completion: { ...rules.completion, maxReturns: 0 } }, people, '2026-04-27', 'due');
      expect([found.stages[1]?.wait?.steppedOver, found.returned]).toEqual([[], null]);
    }
  });

  it('runs on days that last seconds', async () => {
    const rehearsal = await shipped('dien-tap');
    const { stages, warnings } = simulate(rehearsal.rules, rehearsal.people, '2026-04-27', 'due');
    expect([stages.at(-1)?.reachedAt, warnings]).toEqual([{ on: '2026-04-27', time: '00:00:19', at: '2026-04-27T00:00:19.000Z' }, []]);
  });
});

describe('a simulation on one of several routes', () => {
  const dues = async (key: string): Promise<readonly (readonly string[])[]> => {
    const { rules: several, people: everybody } = await allKinds();
    const route = several.routes.find((one) => one.key === key);
    if (!route) throw new Error(`no route ${key}`);
    return simulate(several, everybody, '2026-04-27', 'due', route).stages.map(({ kind, wait, reachedAt }) => [
      kind,
      wait?.dueAt.on ?? reachedAt.on,
    ]);
  };

  it('has the dates of its own stages across 30 April and 1 May', async () => {
    expect(await dues('simplified')).toEqual([
      ['intake', '2026-04-27'],
      ['decision', '2026-05-06'],
      ['publication', '2026-05-06'],
    ]);
    expect(await dues('standard')).toEqual([
      ['intake', '2026-04-27'],
      ['appraisal', '2026-05-06'],
      ['decision', '2026-05-13'],
      ['consultation', '2026-05-27'],
      ['review', '2026-06-03'],
      ['notice', '2026-06-17'],
      ['session', '2026-06-17'],
      ['decision', '2026-06-24'],
      ['publication', '2026-06-24'],
    ]);
  });

  it('says what the end of a notice and of a consultation brings, and from when a council may meet', async () => {
    const { rules: several, people: everybody } = await allKinds();
    const page = printSimulation(simulate(several, everybody, '2026-04-27', 'due', several.routes[1]), 'vi');
    expect(page).toContain('phiên bản 2026.1, Thông thường (standard): đề nghị nộp');
    expect(page).toContain('  Khép: 17:00 thứ Tư 27/5/2026: nơi không trả lời coi như đồng ý');
    expect(page).toContain('  Khép: 17:00 thứ Tư 17/6/2026: hết hạn công khai; đi tiếp khi mọi góp ý đã được trả lời');
    expect(page).toContain('  Họp được từ: 17:00 thứ Tư 17/6/2026');
  });
});
