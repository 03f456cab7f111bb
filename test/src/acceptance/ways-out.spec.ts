import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConsoleDirectory, RulesRepository, TaskPageReading } from '@laurel/db';
import { addWorkingDays, type IsoDate, type WorkingCalendar } from '@laurel/domain';
import { loadProgramme } from '@laurel/programmes';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ROOT, waitFor, type Answer, type EventWishes, type TaskSeen } from '../stack/index.ts';
import { RegistryStack } from './registry-stack.ts';

/** The programmes as they are shipped: what a reviewer can do instead of an answer, and who grants it. */
describe('instead of an answer', () => {
  let world: RegistryStack;
  let calendar: WorkingCalendar;

  beforeAll(async () => {
    world = await RegistryStack.start();
    await world.openShipped('cong-dan-thu-do-uu-tu', '2024', '2024.1');
    const [rules] = (await loadProgramme(join(ROOT, 'programmes', 'nam-tu-liem-ntvt'))).ruleSets;
    if (!rules) throw new Error('No rules are shipped');
    calendar = rules.calendar;
  }, 90_000);

  afterAll(async () => {
    await world.close();
  });

  const asked = async (level: string, wishes: EventWishes = {}): Promise<TaskSeen> => {
    const id = await world.file(wishes);
    if (level !== 'grassroots') await world.answer(id, 'unit', 'approve');
    return world.stack.view.waitForTask(id, level);
  };
  const askForMore = ({ id }: TaskSeen): Promise<Answer> =>
    world.stack.http.decide(world.stack.tokenOf(id), 'more-time', 'Đang xác minh tại địa bàn');
  /** The last day of the task's clock, in the office's zone; as people outside read it. */
  const dueOn = async ({ nominationId, id }: TaskSeen): Promise<IsoDate> => {
    const { openTasks } = (await world.get(`/v1/nominations/${nominationId}`)) as { openTasks: readonly { id: string; dueAt: string }[] };
    const dueAt = openTasks.find((task) => task.id === id)?.dueAt ?? '';
    return new Date(Date.parse(dueAt) + 7 * 3_600_000).toISOString().slice(0, 10);
  };
  const offered = async ({ id }: TaskSeen): Promise<string> => {
    const { text } = await world.stack.http.ask(`/t/${world.stack.tokenOf(id)}?lang=vi`, { headers: { accept: 'text/html' } });
    return text;
  };

  it.each([
    ['the review of a unit', 'grassroots', 3, {}],
    ['an appraisal', 'city', 5, { programme: 'cong-dan-thu-do-uu-tu' }],
  ] as const)(
    'more time for %s is granted by the rules, at once and once; the timeline says to whom, by how much and why',
    async (_, level, days, wishes) => {
      const task = await asked(level, wishes);
      const before = await dueOn(task);
      expect(await offered(task)).toContain(`lùi thêm ${String(days)} ngày làm việc. Còn xin được 1 lần`);
      expect(await askForMore(task)).toMatchObject({ status: 200, json: { taskId: task.id, decision: 'more-time' } });
      const later = addWorkingDays(calendar, before, days, false).dueOn;
      expect(await dueOn(task)).toBe(later);
      const { entries } = (await world.get(`/v1/nominations/${task.nominationId}/timeline`)) as { entries: readonly object[] };
      const granted = { action: 'more-time-granted', actor: task.personId, reason: 'Đang xác minh tại địa bàn' };
      expect(entries.at(-1)).toMatchObject({ ...granted, facts: { workingDays: days, time: 1 } });

      expect(await askForMore(task)).toMatchObject({ status: 422, json: { code: 'MORE_TIME_REFUSED' } });
      expect([await dueOn(task), (await offered(task)).includes('Xin thêm thời gian')]).toEqual([later, false]);
      expect((await world.stack.http.decide(world.stack.tokenOf(task.id), level === 'city' ? 'eligible' : 'approve')).status).toBe(200);
    },
    120_000,
  );

  it('nobody who filed, who is the nominee or who has declared a conflict is offered as a delegate, nor taken as one', async () => {
    const nominee = 'can-bo.phuong-02@example.vn';
    const task = await asked('grassroots', { reference: nominee });
    expect(await offered(task)).toMatch(/<option value="pho-phuong-01">Hồ Thị Diễm My – Phó Chủ tịch Ủy ban nhân dân phường/);
    expect(await offered(task)).not.toContain('value="can-bo-phuong-01"');

    expect((await world.stack.http.decide(world.stack.tokenOf(task.id), 'conflict')).status).toBe(200);
    const above = await world.stack.view.waitForTask(task.nominationId, 'grassroots');
    expect(above.personId).toBe('pho-chu-tich-quan');
    const pages = new TaskPageReading(world.stack.database, new RulesRepository(world.stack.database));
    const everybody = (await pages.colleagues(above)).map(({ id }) => id);
    expect(everybody).toEqual(expect.arrayContaining(['chu-tich-quan', 'pho-phuong-01', 'pho-phuong-02', 'truong-phuong-02']));
    for (const barred of ['can-bo-phuong-01', 'can-bo-phuong-02', 'truong-phuong-01', 'pho-chu-tich-quan'])
      expect(everybody).not.toContain(barred);

    for (const to of ['can-bo-phuong-01', nominee, 'truong-phuong-01'])
      expect(await delegated(above, to)).toMatchObject({ status: 409, json: { code: 'CONFLICT_OF_INTEREST' } });
    expect(await delegated(above, 'pho-phuong-01')).toMatchObject({ status: 200 });
    expect((await world.stack.view.waitForTask(task.nominationId, 'grassroots')).personId).toBe('pho-phuong-01');
  }, 120_000);

  it('a returned dossier may go back to who filed it, after somebody else was asked to complete it', async () => {
    const { nominationId, id: reviewed } = await asked('grassroots');
    expect((await world.stack.http.decide(world.stack.tokenOf(reviewed), 'return', 'Thiếu xác nhận của tổ dân phố')).status).toBe(200);
    const open = (): Promise<TaskSeen> =>
      waitFor('the task of the dossier', 40_000, async () => {
        const [row] = await world.stack.view.rows<TaskSeen>(
          `SELECT id, person_id AS "personId" FROM task WHERE nomination_id = $1 AND kind = 'completion' AND state = 'open'`,
          [nominationId],
        );
        return row ?? null;
      });
    const pass = ({ id: taskId }: TaskSeen, to: string): Promise<object> =>
      world.post(`/v1/console/nominations/${nominationId}/actions`, { action: 'reassign', reason: 'Nghỉ phép', taskId, to }, randomUUID());
    const people = new ConsoleDirectory(world.stack.database);
    const takers = async ({ id }: TaskSeen): Promise<readonly string[]> =>
      (await people.people('nam-tu-liem-ntvt', 'phuong-01', id)).map((person) => person.id);

    expect((await open()).personId).toBe('can-bo-phuong-01');
    expect(await pass(await open(), 'pho-phuong-01')).toMatchObject({ json: { items: [{ status: 'done' }] } });
    const passed = await open();
    expect(passed.personId).toBe('pho-phuong-01');
    expect(await takers(passed)).toContain('can-bo-phuong-01');
    expect(await pass(passed, 'can-bo-phuong-01')).toMatchObject({ json: { items: [{ status: 'done' }] } });
  }, 120_000);

  const delegated = ({ id }: TaskSeen, to: string): Promise<Answer> =>
    world.stack.http.ask(`/t/${world.stack.tokenOf(id)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ decision: 'delegate', to, reason: 'Đi công tác' }),
    });
});
