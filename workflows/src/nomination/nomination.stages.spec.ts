import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { fullReview, onDay, VirtualSeason, type FullReview, type VirtualNomination } from '@laurel/testing';

const bundle = new URL('../workflow-bundle.js', import.meta.url);
let season: VirtualSeason;

// Two cores may be busy with other suites.
jest.setTimeout(60_000);

afterEach(() => season.close());

const open = async (rules: FullReview = {}): Promise<VirtualNomination> => {
  season = await VirtualSeason.open({ bundle, rules: fullReview(rules) });
  const nomination = await season.submit();
  await nomination.decide('approve');
  return nomination;
};

/** On day 0: appraised, agreed to by both bodies, and before the public until the close of day 9. */
const published = async (rules: FullReview = {}): Promise<VirtualNomination> => {
  const nomination = await open(rules);
  await nomination.decide('eligible');
  await nomination.decide('agree');
  await nomination.decide('agree');
  return nomination;
};

const NOTICE_ENDS_AT = onDay(9, 0.75);
const asked = (nomination: VirtualNomination): readonly string[] => nomination.tasks.map(({ personId }) => personId);

describe('a nomination that is appraised, consulted about and published', () => {
  it('passes all of it and is conferred', async () => {
    const nomination = await published();
    expect(nomination.standing).toMatchObject({ stage: 'notice', state: 'ON_NOTICE', next: { step: 'close', at: NOTICE_ENDS_AT } });
    await season.advanceTo(NOTICE_ENDS_AT);
    expect(nomination.standing).toMatchObject({ stage: 'decision', state: 'APPRAISED' });
    await nomination.decide('approve');
    expect(nomination.result?.state).toBe('CONFERRED');
  });

  it('shows its stage and state to the server’s lists', async () => {
    const nomination = await published();
    expect(nomination.workflow.searchAttributes).toMatchObject({
      LaurelStage: 'notice',
      LaurelState: 'ON_NOTICE',
      LaurelLevel: 'district',
    });
  });

  it('ends with the rule named when it is found ineligible', async () => {
    const nomination = await open();
    expect(await nomination.decide('ineligible', { reason: 'Đang bị kỷ luật' })).toEqual({ recorded: false, refused: 'RULE_REQUIRED' });
    await nomination.decide('ineligible', { reason: 'Đang bị kỷ luật', rule: 'violation' });
    expect(nomination.result?.state).toBe('INELIGIBLE');
    expect(season.desk.fileOf(nomination.id).ineligibleRule).toBe('violation');
  });
});

describe('a body that is silent', () => {
  it('is reminded and escalated, then its silence counts and the answer’s own clock begins', async () => {
    const nomination = await open({ consultation: { onSilence: 'object' } });
    await nomination.decide('eligible');
    await nomination.decide('agree');
    await season.advanceTo(onDay(10, 0.75));
    expect(nomination.actions.slice(-3)).toEqual(['escalated', 'silence-counted', 'objections-to-answer']);
    expect(asked(nomination)).toEqual(['vice']);
    expect(nomination.standing.dueAt).toBe(onDay(12, 0.75));
    await nomination.decide('answer', { reason: 'Đã xác minh' });
    expect(nomination.standing.stage).toBe('notice');
    expect(season.desk.ledger.repeats).toBe(0);
  });
});

describe('a notice', () => {
  it('waits for the answer to a feedback that came in its last millisecond', async () => {
    const nomination = await published();
    await season.advanceTo(NOTICE_ENDS_AT - 1);
    await nomination.hearPublic();
    await season.advanceTo(NOTICE_ENDS_AT + 60_000);
    expect(nomination.standing).toMatchObject({ stage: 'notice', state: 'ON_NOTICE' });
    await nomination.decide('answer', { reason: 'Đã trả lời' });
    expect(nomination.standing.stage).toBe('decision');
  });

  it('does not go on while a counted feedback has not reached its workflow', async () => {
    const nomination = await published();
    await season.advanceTo(NOTICE_ENDS_AT - 1);
    const number = season.desk.countFeedback(nomination.id);
    await season.advanceTo(NOTICE_ENDS_AT + 10_000);
    expect(nomination.standing.stage).toBe('notice');
    await nomination.tell({ kind: 'feedback', number }, 'source:public');
    await nomination.decide('answer', { reason: 'Đã trả lời' });
    expect(nomination.standing.stage).toBe('decision');
  });

  it('reminds, escalates and hands over an unanswered feedback on that feedback’s own clock', async () => {
    const nomination = await published();
    await season.advanceTo(onDay(5));
    await nomination.hearPublic();
    await season.advanceTo(onDay(13, 0.75));
    expect(season.desk.ledger.ofKind('reminder').filter(({ subjectKey }) => subjectKey.startsWith(`${nomination.id}-`))).not.toEqual([]);
    expect(nomination.actions.slice(-1)).toEqual(['handed-over']);
    expect(nomination.standing.stage).toBe('notice');
    expect(season.desk.ledger.repeats).toBe(0);
  });

  it('runs on during a hold, and goes on at once when the hold that outlasted it is lifted', async () => {
    const nomination = await published();
    await nomination.tell({ kind: 'hold', holdId: 'H1', authority: 'thanh tra' });
    await season.advanceTo(onDay(30));
    expect(nomination.standing).toMatchObject({ stage: 'notice', held: true });
    await nomination.tell({ kind: 'lift-hold', holdId: 'H1', authority: 'thanh tra', outcome: 'cleared' });
    await season.advance(1);
    expect(nomination.standing).toMatchObject({ stage: 'decision', held: false });
  });

  it('can be withdrawn, and continues as new without losing its end', async () => {
    season = await VirtualSeason.open({ bundle, rules: fullReview() });
    const nomination = await season.submit({ continueAfterEvents: 6 });
    await nomination.decide('approve');
    await nomination.decide('eligible');
    await nomination.decide('agree');
    await nomination.decide('agree');
    expect(nomination.workflow.runs).toBeGreaterThan(1);
    expect(nomination.workflow.pendingTimers.map(({ at }) => at)).toContain(NOTICE_ENDS_AT);
    await nomination.tell({ kind: 'withdraw' });
    expect(nomination.result?.state).toBe('WITHDRAWN');
  });
});

describe('whoever is asked', () => {
  it('may declare a conflict, decline, or get more time; the workflow follows each', async () => {
    const nomination = await open({ appraisal: { appraiser: 'district/chairman', moreTime: { workingDays: 2, times: 1 } } });
    const [task] = nomination.tasks;
    if (!task) throw new Error('nobody is asked');
    expect(await nomination.ask({ kind: 'more-time', taskId: task.id, time: 1 }, 'chairman')).toMatchObject({ recorded: true });
    expect(season.desk.fileOf(nomination.id).tasks.at(-1)?.own?.plan?.dueAt).toBe(onDay(5, 0.75));
    expect(await nomination.ask({ kind: 'conflict', taskId: task.id }, 'vice')).toEqual({ recorded: false, refused: 'NOT_YOUR_TASK' });
    expect(await nomination.ask({ kind: 'conflict', taskId: task.id }, 'chairman')).toMatchObject({ recorded: true });
    expect(asked(nomination)).toEqual(['vice']);
    expect(await nomination.ask({ kind: 'not-me', taskId: nomination.task().id }, 'vice')).toEqual({
      recorded: false,
      refused: 'NOBODY_HOLDS_POST',
    });
    await nomination.decide('eligible');
    expect(nomination.standing.stage).toBe('consultation');
  });

  it('is reminded by their own clock after an extension for them alone, and nobody twice', async () => {
    const nomination = await open();
    await nomination.decide('eligible');
    const [head] = nomination.tasks;
    if (!head) throw new Error('nobody is asked');
    await season.advanceTo(onDay(2, 0.6));
    await nomination.ask({ kind: 'extend', workingDays: 4, taskId: head.id }, 'operator:1');
    await season.advanceTo(onDay(10, 0.6));
    const reminded = season.desk.ledger.ofKind('reminder').filter(({ personId }) => personId === 'head' || personId === 'vice-mayor');
    expect(reminded.filter(({ personId }) => personId === 'head').map(({ occurrence }) => occurrence)).toEqual([0, 1, 2, 3]);
    expect(season.desk.ledger.repeats).toBe(0);
  });
});
