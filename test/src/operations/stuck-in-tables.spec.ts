import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareStack, waitFor, type Stack } from '../stack/index.ts';
import { Operator, QUICK } from './operator.ts';

const head = (unit: string): string => `truong.${unit}@example.vn`;

describe('what is stuck by mail, people, timers and events', () => {
  let stack: Stack;
  let operator: Operator;

  beforeAll(async () => {
    stack = await prepareStack({ settings: { ...QUICK, STUCK_EVERY_SECONDS: '1' } });
    stack.startWorkers();
    await stack.startApi();
    operator = await Operator.at(stack);
  }, 180_000);

  afterAll(async () => {
    await stack.close();
  }, 60_000);

  async function submitted(unit = 'phuong-01'): Promise<string> {
    const [id = ''] = await stack.submit(1, { unit });
    await stack.view.waitForTask(id);
    return id;
  }

  /** The nomination goes on: its open task is decided and the next level asked. */
  async function goesOn(id: string): Promise<void> {
    const task = await stack.view.waitForTask(id);
    expect(await stack.decide(task, 'approve')).toMatchObject({ recorded: true });
    await waitFor('the next task', 40_000, async () => (await stack.view.openTasksOf(id)).some((next) => next.level !== task.level));
  }

  it('shows nothing of a nomination that waits for a person inside its time', async () => {
    const id = await submitted();
    await waitFor('a look after it', 40_000, async () => Date.parse((await operator.list()).asOf) > Date.now() - 1_500);
    const { groups, sees, stale } = await operator.list();
    expect([groups, sees, stale]).toEqual([[], { temporal: true, database: true, visibility: true }, false]);
    await goesOn(id);
  }, 60_000);

  it('MAIL_CHANNEL_DOWN: one row for all mails (F18), over when the server is back', async () => {
    stack.sink.when({ at: 'mail', times: 1_000, then: { is: 'answer', code: 530, text: 'authentication required' } });
    const ids = await Promise.all(['phuong-02', 'phuong-03', 'phuong-04'].map((unit) => submitted(unit)));
    const group = await operator.sees('MAIL_CHANNEL_DOWN', ids[2] ?? '');
    expect(group).toMatchObject({ groupKey: 'MAIL_CHANNEL_DOWN', owner: 'operations', evidence: expect.stringContaining('530') });
    expect(group.count).toBeGreaterThanOrEqual(3);
    expect(group.cause).toContain('Máy chủ thư');
    expect((await operator.list('?class=MAIL_UNDELIVERABLE')).groups).toEqual([]);
    stack.sink.forget();
    await operator.remedy({ remedy: 'retry-now', target: { groupKey: 'MAIL_CHANNEL_DOWN' } });
    await operator.seesNoMore('MAIL_CHANNEL_DOWN');
    await stack.view.waitForMails();
    await goesOn(ids[0] ?? '');
  }, 120_000);

  it('MAIL_UNDELIVERABLE: the superior is asked at once (F16); a corrected address gets the mail', async () => {
    stack.sink.when({ at: 'rcpt', to: head('phuong-05'), times: 100, then: { is: 'answer', code: 550, text: 'no such mailbox' } });
    const id = await submitted('phuong-05');
    const group = await operator.sees('MAIL_UNDELIVERABLE', id);
    expect(group).toMatchObject({ owner: 'secretariat', count: 1, evidence: expect.stringContaining('550') });
    await waitFor('the superior', 40_000, async () => (await stack.view.openTasksOf(id)).length === 2);
    const address = 'truong.dung@example.vn';
    const preview = await operator.remedy({ remedy: 'correct-address', target: { groupKey: group.groupKey }, address, dryRun: true });
    expect(preview.items).toMatchObject([{ status: 'would-do' }]);
    expect(await stack.view.count(`operator_log WHERE nomination_id = '${id}'`)).toBe(0);
    await operator.cures('correct-address', id, { address });
    await waitFor('the mail at its right address', 40_000, async () => (await stack.sink.to(address)).length > 0);
    await operator.seesNoMore('MAIL_UNDELIVERABLE', id);
    await goesOn(id);
    const [noted] = await stack.view.rows<{ reason: string }>(
      `SELECT reason FROM audit_event WHERE nomination_id = $1 AND action = 'remedied'`,
      [id],
    );
    expect(noted).toEqual({ reason: 'Thử nghiệm' });
  }, 90_000);

  it('MAIL_UNDELIVERABLE: an address whose mail is put off for the tenth time, and not before (F15); over when it is taken', async () => {
    stack.sink.when({ at: 'rcpt', to: head('phuong-09'), times: 100, then: { is: 'answer', code: 452, text: 'mailbox is full' } });
    const id = await submitted('phuong-09');
    const putOff = (times: number): Promise<boolean> =>
      waitFor(`attempt ${String(times)}`, 40_000, async () =>
        (await stack.view.mailsOf(id)).some(({ state, attempts }) => state === 'planned' && attempts === times),
      );
    // The half hour of backing off in between is not waited for.
    const sendNow = (attempts: number): Promise<unknown> =>
      stack.view.rows(`UPDATE mail_ledger SET attempts = $2, send_after = now() WHERE nomination_id = $1 AND state = 'planned'`, [
        id,
        attempts,
      ]);
    await putOff(1);
    await sendNow(8);
    await putOff(9);
    const since = Date.now();
    await waitFor('a look after it', 40_000, async () => Date.parse((await operator.list()).asOf) > since + 1_000);
    expect([(await operator.list('?class=MAIL_UNDELIVERABLE')).groups, (await stack.view.openTasksOf(id)).length]).toEqual([[], 1]);
    await sendNow(9);
    const group = await operator.sees('MAIL_UNDELIVERABLE', id);
    expect(group).toMatchObject({
      owner: 'secretariat',
      count: 1,
      evidence: expect.stringMatching(/^máy chủ thư hoãn nhận nhiều lần: .*452/),
    });
    await waitFor('the superior', 40_000, async () => (await stack.view.openTasksOf(id)).length === 2);
    stack.sink.forget();
    await sendNow(10);
    await operator.seesNoMore('MAIL_UNDELIVERABLE', id);
    expect(await stack.sink.to(head('phuong-09'))).toHaveLength(1);
    await goesOn(id);
  }, 120_000);

  it('REVIEWER_SILENT: by person, past the due instant; a longer deadline ends it (a day of four seconds)', async () => {
    const [id = ''] = await stack.submit(1, { programme: 'dien-tap' });
    const group = await operator.sees('REVIEWER_SILENT', id);
    expect(group).toMatchObject({
      cause: expect.stringContaining(`${group.owner} (`),
      evidence: expect.stringMatching(/^chức vụ .+\/.+; đã nhắc/),
    });
    await operator.cures('extend-deadline', id, { workingDays: 60 });
    await operator.seesNoMore('REVIEWER_SILENT', id);
    await goesOn(id);
    await operator.cures('terminate', id);
    await stack.view.waitForState(id, 'TERMINATED');
  }, 90_000);

  /** Moves an instant of the wait behind its workflow's back: no server can be made to ring late at will. */
  async function late(id: string, sql: string): Promise<void> {
    await stack.view.rows(`UPDATE nomination SET wait = ${sql} WHERE id = $1`, [id]);
  }

  it('OVERDUE: a closing that has not happened; looking again makes it happen', async () => {
    const id = await submitted('phuong-06');
    const past = String(Date.now() - 60_000);
    await late(id, `jsonb_set(jsonb_set(wait, '{plan,closesAt}', '${past}'), '{escalated}', 'true')`);
    const group = await operator.sees('OVERDUE', id);
    expect(group).toMatchObject({ owner: 'operations', remedies: expect.arrayContaining(['retry-now']) });
    await operator.cures('retry-now', id);
    await waitFor('the timeout policy', 40_000, async () => (await stack.view.tasksOf(id)).some(({ state }) => state !== 'open'));
    await operator.seesNoMore('OVERDUE', id);
  }, 90_000);

  it('TIMER_LATE: a reminder that has not been sent; looking again sends it', async () => {
    const id = await submitted('phuong-07');
    const past = String(Date.now() - 60_000);
    await late(id, `jsonb_set(wait, '{plan,reminders,0,at}', '${past}')`);
    await operator.sees('TIMER_LATE', id);
    await operator.cures('retry-now', id);
    await waitFor('the reminder', 40_000, async () => (await stack.view.mailsOf(id)).some(({ kind }) => kind === 'reminder'));
    await operator.seesNoMore('TIMER_LATE', id);
    await goesOn(id);
  }, 90_000);

  it('EVENT_DEAD_LETTER: what the server refuses for good; mended and dispatched again it goes on', async () => {
    await stack.worker.stop();
    const [id = ''] = await stack.submit(1, { unit: 'phuong-08' });
    // A campaign whose name no search attribute holds.
    const long = 'x'.repeat(3_000);
    await stack.view.rows(
      `INSERT INTO campaign (programme, key, rule_set_version, opens_at) SELECT programme, $1, rule_set_version, opens_at FROM campaign WHERE key = '2022'`,
      [long],
    );
    await stack.view.rows('UPDATE nomination SET campaign = $2 WHERE id = $1', [id, long]);
    stack.startWorkers();
    const group = await operator.sees('EVENT_DEAD_LETTER', id);
    expect(group).toMatchObject({ owner: 'integrator', count: 1, remedies: ['redispatch-event'] });
    const [{ eventId = '' } = {}] = group.cases;
    await stack.view.rows(`UPDATE nomination SET campaign = '2022' WHERE id = $1`, [id]);
    const { items } = await operator.remedy({ remedy: 'redispatch-event', target: { eventId } });
    expect(items).toMatchObject([{ eventId, status: 'done' }]);
    await operator.seesNoMore('EVENT_DEAD_LETTER', id);
    await goesOn(id);
    expect(await stack.view.rows('SELECT remedy, reason FROM operator_log WHERE event_id = $1', [eventId])).toEqual([
      { remedy: 'redispatch-event', reason: 'Thử nghiệm' },
    ]);
  }, 120_000);

  it('leaves every invariant whole', async () => {
    expect(await stack.verify()).toEqual([]);
  }, 60_000);
});
