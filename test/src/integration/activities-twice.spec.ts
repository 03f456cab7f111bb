import { nominationActivities } from '@laurel/activities';
import type { NominationActivities, Standing } from '@laurel/contracts';
import { CaseRepository, DirectoryRepository, RegistryFactsReading, RulesRepository } from '@laurel/db';
import type { Choice } from '@laurel/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareStack, SECRET, submittedEvent, type Stack } from '../stack/index.ts';

const DAY_MS = 86_400_000;
const TABLES = ['task', 'mail_ledger', 'outbox_event', 'audit_event', 'decision', 'decision_line', 'award_record', 'act'] as const;

/** The commit reaches the database, and its answer is lost: what a process sees that dies between the two. */
class AnswerLost extends CaseRepository {
  lost = 0;

  override async commit(...input: Parameters<CaseRepository['commit']>): ReturnType<CaseRepository['commit']> {
    await super.commit(...input);
    this.lost += 1;
    throw new Error('Connection terminated unexpectedly');
  }
}

describe('every activity run twice', () => {
  let stack: Stack;
  let once: NominationActivities;
  let crashing: NominationActivities;
  let answerLost: AnswerLost;

  beforeAll(async () => {
    stack = await prepareStack({ workers: 0 });
    const { database } = stack;
    const options = { database, secret: SECRET, mailDomain: 'laurel.example.vn' };
    const others = {
      rules: new RulesRepository(database),
      directories: new DirectoryRepository(database),
      registry: new RegistryFactsReading(database),
      mailPlanned: () => undefined,
    };
    answerLost = new AnswerLost(options);
    once = nominationActivities({ cases: new CaseRepository(options), ...others });
    crashing = nominationActivities({ cases: answerLost, ...others });
  }, 60_000);

  afterAll(async () => {
    await stack.close();
  });

  async function rowCounts(id: string): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const table of TABLES) {
      const where = table === 'decision' ? 'id IN (SELECT decision_id FROM decision_line WHERE nomination_id = $1)' : 'nomination_id = $1';
      counts[table] = await stack.view.count(`${table} WHERE ${where}`, [id]);
    }
    return counts;
  }

  /** Runs a step that dies between commit and answer, then twice more; answers the standing that all agree on. */
  async function thrice<Answer>(id: string, run: (activities: NominationActivities) => Promise<Answer>): Promise<Answer> {
    const before = answerLost.lost;
    await expect(run(crashing)).rejects.toThrow('Connection terminated');
    expect(answerLost.lost).toBe(before + 1);
    const written = await rowCounts(id);
    const second = await run(once);
    const third = await run(once);
    expect(third).toEqual(second);
    expect(await rowCounts(id)).toEqual(written);
    return second;
  }

  async function submitted(at: number): Promise<string> {
    const event = submittedEvent();
    const answer = await stack.intake.accept(event, { apiKeyId: null, at });
    if (answer.is !== 'accepted' || answer.nominationId === null) throw new Error(JSON.stringify(answer));
    return answer.nominationId;
  }

  async function act(
    nominationId: string,
    standing: Standing,
    choice: Exclude<Choice, 'delegate' | 'complete'>,
    at: number,
  ): Promise<Standing> {
    const task = (await stack.view.openTasksOf(nominationId)).find(({ id }) => standing.tasks.some((open) => open.id === id));
    if (!task) throw new Error('No open task');
    const body = { kind: 'decide' as const, taskId: task.id, choice, number: null, signedOn: null };
    const { id: actId } = await stack.acts.write({ nominationId, actor: task.personId, reason: 'Đồng ý', body, origin: null });
    const { standing: won, outcome } = await thrice(nominationId, (activities) => activities.recordAct({ nominationId, actId, at }));
    expect(outcome.recorded).toBe(true);
    return won;
  }

  it('receives, records and publishes once', async () => {
    const at = Date.now();
    const id = await submitted(at);
    const received = await thrice(id, (activities) => activities.receiveNomination({ nominationId: id, at }));
    expect(received).toMatchObject({ state: 'RECEIVED', stage: 'review' });
    const endorsed = await act(id, received, 'approve', at);
    expect(endorsed).toMatchObject({ stage: 'decision', level: 'district' });
    const decided = await act(id, endorsed, 'approve', at);
    expect(decided).toMatchObject({ state: 'CONFERRED', stage: 'ended' });
    expect(await once.publishResult({ nominationId: id, at })).toEqual(decided);
    expect(await stack.view.count(`mail_ledger WHERE nomination_id = $1 AND kind = 'result'`, [id])).toBe(1);
    expect(await stack.view.count(`audit_event WHERE nomination_id = $1 AND action IN ('awarded', 'published')`, [id])).toBe(2);
  }, 30_000);

  it('reminds, escalates and applies the timeout policy once', async () => {
    const at = Date.now();
    const id = await submitted(at);
    let standing = await once.receiveNomination({ nominationId: id, at });
    const steps: string[] = [];
    while (standing.next && steps.length < 12) {
      const { step, at: due } = standing.next;
      steps.push(step);
      const input = { nominationId: id, at: due };
      const name = { remind: 'remindReviewers', escalate: 'escalateDelay', close: 'closeOverdue', publish: 'publishResult' } as const;
      standing = await thrice(id, (activities) => activities[name[step]](input));
      if (step === 'close') break;
    }
    expect(steps).toEqual(['remind', 'remind', 'remind', 'remind', 'escalate', 'close']);
    expect(standing).toMatchObject({ state: 'RECEIVED', stage: 'review' });
  }, 30_000);

  it('does nothing before its time', async () => {
    const at = Date.now();
    const id = await submitted(at);
    const received = await once.receiveNomination({ nominationId: id, at });
    const early = { nominationId: id, at: at + DAY_MS / 24 };
    for (const name of ['remindReviewers', 'escalateDelay', 'closeOverdue', 'publishResult'] as const)
      expect(await once[name](early)).toEqual(received);
  });

  it('obeys the first of two that write at the same moment', async () => {
    const at = Date.now();
    const id = await submitted(at);
    const standings = await Promise.all(Array.from({ length: 8 }, () => once.receiveNomination({ nominationId: id, at })));
    expect(new Set(standings.map((standing) => JSON.stringify(standing))).size).toBe(1);
    expect(await stack.view.count(`audit_event WHERE nomination_id = $1 AND action = 'received'`, [id])).toBe(1);
    expect(await stack.view.count('mail_ledger WHERE nomination_id = $1', [id])).toBe(1);
  });
});
