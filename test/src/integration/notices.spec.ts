import { CampaignRepository, NoticeRepository, PeopleRepository, RulesRepository, SuccessionRepository } from '@laurel/db';
import type { NoticeStage, RuleSet } from '@laurel/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStack, waitFor, type Stack } from '../stack/index.ts';

/** Two working days of four seconds; a feedback is to be answered within one more. */
const NOTICE: NoticeStage = {
  kind: 'notice',
  key: 'district-notice',
  level: 'district',
  clock: { mode: 'working-days', days: 2, countStartDay: false },
  secretariat: 'district/vice-chairman',
  answerWait: { clock: { mode: 'working-days', days: 50, countStartDay: false }, remindAt: [], escalateAfter: null, closesAfter: 5 },
  endsBefore: 'decision',
};

const PATIENT = {
  clock: { mode: 'working-days', days: 500, countStartDay: false },
  remindAt: [],
  escalateAfter: null,
  closesAfter: 5,
} as const;

/** The rehearsal's rules, where the district publishes what it decides on, and nobody is in a hurry. */
function published(rules: RuleSet): RuleSet {
  const patient = rules.stages.map((stage) => ('wait' in stage ? { ...stage, wait: PATIENT } : stage));
  const stages = patient.flatMap((stage) =>
    stage.key === 'district-decision' ? [NOTICE, stage] : stage.key === 'panel-review' ? [] : [stage],
  );
  return { ...rules, version: 'notice', stages };
}

describe('a public notice on a real database', () => {
  let stack: Stack;
  let notices: NoticeRepository;

  beforeAll(async () => {
    stack = await startStack();
    const rules = new RulesRepository(stack.database);
    await rules.publish(published(await rules.ruleSet('dien-tap', '1')));
    const campaign = { programme: 'dien-tap', key: 'notice', ruleSetVersion: 'notice', opensAt: 0 };
    await new CampaignRepository(stack.database).openIfAbsent(campaign);
    notices = new NoticeRepository(stack.database, rules);
  }, 60_000);

  afterAll(async () => {
    await stack.close();
  });

  async function onNotice(): Promise<string> {
    const [id = ''] = await stack.submit(1, { programme: 'dien-tap', campaign: 'notice' });
    await stack.decide(await stack.view.waitForTask(id), 'approve');
    await stack.view.waitForState(id, 'ON_NOTICE');
    return id;
  }

  const comment = (nominationId: string, text: string) => notices.keep({ nominationId, text, writer: null, contact: null });
  const answerAll = async (id: string): Promise<void> => {
    for (const task of await stack.view.openTasksOf(id)) await stack.decide(task, 'answer', 'Đã trả lời công dân');
  };

  it('is not there before it is published, runs, and names its end', async () => {
    const [waiting = ''] = await stack.submit(1, { programme: 'dien-tap', campaign: 'notice' });
    expect(await notices.notice(waiting)).toBeNull();
    expect(await comment(waiting, 'Quá sớm')).toBe('over');
    const notice = await notices.notice(await onNotice());
    expect(notice).toMatchObject({ running: true, nominee: 'Đỗ Thanh Quỳnh' });
    expect(notice?.endsAt).toBeGreaterThan(Date.now());
  }, 40_000);

  it('counts the same comment once, however often it is sent', async () => {
    const id = await onNotice();
    const said = await Promise.all(Array.from({ length: 12 }, () => comment(id, 'Tôi không đồng ý')));
    expect(said.filter((answer) => answer === 'kept')).toHaveLength(1);
    expect(said.filter((answer) => answer === 'known')).toHaveLength(11);
    await stack.view.waitForTask(id, 'district');
    expect(await stack.view.count(`feedback WHERE nomination_id = $1`, [id])).toBe(1);
    expect(await stack.view.count(`act WHERE nomination_id = $1 AND kind = 'feedback'`, [id])).toBe(1);
  }, 40_000);

  it('ends past no comment: what was kept up to the last moment is answered before the decision, what came later is told so', async () => {
    const id = await onNotice();
    const answers: string[] = [];
    await waitFor(
      'the notice to refuse',
      30_000,
      async () => {
        answers.push(await comment(id, `Ý kiến ${String(answers.length)}`));
        return answers.at(-1) === 'over';
      },
      50,
    );
    const kept = answers.filter((answer) => answer === 'kept').length;
    expect(kept).toBeGreaterThan(3);
    await waitFor(
      'a task for each comment',
      120_000,
      async () => (await stack.view.count(`task WHERE nomination_id = $1 AND kind = 'notice'`, [id])) === kept,
    );
    expect(await stack.view.stateOf(id)).toBe('ON_NOTICE');
    expect(await notices.notice(id)).toMatchObject({ running: false });
    await answerAll(id);
    const decision = await stack.view.waitForTask(id, 'district');
    expect(decision.kind).toBe('decision');
    expect(await stack.view.count(`task WHERE nomination_id = $1 AND kind = 'notice' AND state = 'decided'`, [id])).toBe(kept);
  }, 240_000);

  it('keeps what the public writes out of histories, acts, audit and outbox', async () => {
    const id = await onNotice();
    await notices.keep({ nominationId: id, text: 'Lời riêng tư 4711', writer: 'Người Viết 4711', contact: null });
    await stack.view.waitForTask(id, 'district');
    for (const table of ['act', 'audit_event', 'outbox_event', 'mail_ledger']) {
      expect(await stack.view.count(`${table} x WHERE nomination_id = $1 AND x::text LIKE '%4711%'`, [id])).toBe(0);
    }
  }, 40_000);

  it('goes on by itself when nobody wrote', async () => {
    const id = await onNotice();
    const task = await stack.view.waitForTask(id, 'district');
    const [row] = await stack.view.rows<{ early: boolean }>(
      `SELECT t.opened_at < n.notice_ends_at AS early FROM task t JOIN nomination n ON n.id = t.nomination_id WHERE t.id = $1`,
      [task.id],
    );
    expect([task.kind, row?.early]).toEqual(['decision', false]);
  }, 40_000);
});

describe('a unit that is abolished', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await startStack();
  }, 60_000);

  afterAll(async () => {
    await stack.close();
  });

  it('passes its open tasks to the successor’s same post, once, on the same clock; it nominates no more', async () => {
    const [id = ''] = await stack.submit(1);
    const before = await stack.view.waitForTask(id);
    const ends = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
    await new PeopleRepository(stack.database).endUnit('nam-tu-liem-ntvt', { unit: 'phuong-01', ends, successor: 'phuong-02' });
    const successions = new SuccessionRepository(stack.database);
    const written = (await Promise.all([successions.passOn(100), successions.passOn(100)])).reduce((sum, passed) => sum + passed, 0);
    expect(written).toBeLessThanOrEqual(1);
    await waitFor('the task to pass', 40_000, async () => (await stack.view.openTasksOf(id)).some((task) => task.id !== before.id));
    const [after] = await stack.view.openTasksOf(id);
    expect(after).toMatchObject({ stage: before.stage, closesAt: before.closesAt });
    expect(after?.personId).not.toBe(before.personId);
    const tasks = await stack.view.rows<{ post: string; state: string }>(
      `SELECT post, state FROM task WHERE nomination_id = $1 ORDER BY opened_at, id`,
      [id],
    );
    expect(tasks).toEqual([
      { post: 'phuong-01/head', state: 'succeeded' },
      { post: 'phuong-02/head', state: 'open' },
    ]);
    expect(await successions.passOn(100)).toBe(0);
    await expect(stack.submit(1)).rejects.toThrow('name its successor \\"phuong-02\\"');
    await stack.decide(after ?? before, 'approve');
    expect((await stack.view.waitForTask(id, 'district')).level).toBe('district');
  }, 60_000);
});
