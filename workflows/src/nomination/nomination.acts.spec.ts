import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { SUBMIT_ACT_UPDATE, SUBMIT_DECISION_UPDATE, type ActOutcome } from '@laurel/contracts';
import { closeOverdue } from '@laurel/domain';
import { onDay, threeLevels, VirtualSeason, wait } from '@laurel/testing';

const bundle = new URL('../workflow-bundle.js', import.meta.url);
let season: VirtualSeason;

// Two cores may be busy with other suites.
jest.setTimeout(60_000);

const refusedAs = (code: string): object => ({ is: 'refused', error: { type: 'ACT_REFUSED', message: code } });

afterEach(() => season.close());

describe('the validator', () => {
  it('refuses a decision on a task that is not open, and no trace is left in the history', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    const { historyLength, workflowTasks } = nomination.workflow;
    const update = await nomination.press({ choice: 'approve', task: { id: 'N1-0-9', personId: 'mayor' } });
    await season.server.settle();
    expect(update.answer).toMatchObject(refusedAs('ALREADY_DECIDED'));
    expect(nomination.workflow).toMatchObject({ historyLength, workflowTasks });
  });

  it('leaves a task that is newer than what the workflow has heard of to the database', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    season.server.slowDown('recordAct', 1000);
    await nomination.press({ choice: 'approve' });
    await season.advance(10);
    const update = await nomination.press({ choice: 'refer-up' });
    await season.advance(2500);
    expect(update.value()).toMatchObject({ recorded: true });
    expect(nomination.standing.level).toBe('city');
  });

  it('leaves a task to the database that a lost transition opened while its timer is due', async () => {
    season = await VirtualSeason.open({ bundle, rules: threeLevels({ unitWait: wait(5, { escalateAfter: null }) }) });
    const nomination = await season.submit();
    await season.advanceTo(onDay(10, 0.75) - 1);
    season.desk.advance({ nominationId: nomination.id, at: onDay(10, 0.75) }, closeOverdue);
    season.server.agenda.moveTo(onDay(10, 0.75));
    const update = await nomination.press({ choice: 'approve' });
    await season.advance(10);
    expect(update.value()).toMatchObject({ recorded: true });
    expect(nomination.standing.level).toBe('district');
  });

  it('leaves everything to the database while a transition is under way', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit({ nomineeHolds: ['H1'] });
    season.server.slowDown('recordAct', 1000);
    await nomination.tell({ kind: 'lift-hold', holdId: 'H1', authority: 'thanh tra', outcome: 'cleared' });
    const update = await nomination.press({ choice: 'approve' });
    await season.advance(2500);
    expect(update.value()).toMatchObject({ recorded: true });
  });

  it('refuses a choice that the task does not offer', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    const update = await nomination.press({ choice: 'refer-up' });
    await season.server.settle();
    expect(update.answer).toMatchObject(refusedAs('CHOICE_NOT_ALLOWED'));
  });

  it('refuses a decision while the nomination is held', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit({ nomineeHolds: ['H1'] });
    const update = await nomination.press({ choice: 'approve' });
    await season.server.settle();
    expect(update.answer).toMatchObject(refusedAs('HELD'));
  });

  it('refuses a decision while the dossier is back with its nominator', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    const task = nomination.task();
    await nomination.decide('return', { reason: 'thiếu' });
    const update = await nomination.press({ choice: 'approve', task });
    await season.server.settle();
    expect(update.answer).toMatchObject(refusedAs('ALREADY_DECIDED'));
  });

  it('refuses a decision that comes as another act', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    const update = nomination.workflow.update(SUBMIT_ACT_UPDATE, { actId: 'act-9', kind: 'decide' });
    await season.server.settle();
    expect(update.answer).toMatchObject(refusedAs('INVALID_ACT'));
  });

  it('refuses a second decision after the task is closed', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    const task = nomination.task();
    await nomination.decide('approve');
    const update = await nomination.press({ choice: 'reject', reason: 'nghĩ lại', task });
    await season.server.settle();
    expect(update.answer).toMatchObject(refusedAs('ALREADY_DECIDED'));
  });
});

describe('an act', () => {
  it('is recorded once however often it is pressed', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    const first = await nomination.press({ choice: 'approve' });
    const second = await nomination.press({ choice: 'approve' });
    await season.server.settle();
    expect(second.value()).toEqual(first.value());
    expect(nomination.actions).toEqual(['received', 'decided', 'referred-up']);
  });

  it('loses to the one before it in the same workflow task, and is told so', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    await season.advanceTo(onDay(8));
    const updates = [
      await nomination.press({ choice: 'approve', task: nomination.task(0) }),
      await nomination.press({ choice: 'reject', reason: 'chưa đủ', task: nomination.task(1) }),
    ];
    await season.server.settle();
    expect(updates.map((update) => update.value())).toEqual([
      { recorded: true, seq: nomination.standing.seq - 1, recordedAt: season.now },
      { recorded: false, refused: 'ALREADY_DECIDED' },
    ]);
    expect(nomination.standing.level).toBe('district');
  });

  it('withdraws the nomination in the middle of a wait', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    await season.advanceTo(onDay(4));
    const actId = await nomination.tell({ kind: 'withdraw' });
    expect(nomination.result?.state).toBe('WITHDRAWN');
    expect(season.desk.acts.get(actId)).toMatchObject({ state: 'recorded' });
    await season.advance(onDay(30));
    expect(season.desk.ledger.ofKind('reminder')).toHaveLength(1);
  });

  it('wins over a withdrawal that comes after it in the same workflow task at the last level', async () => {
    season = await VirtualSeason.open({ bundle, rules: { ...threeLevels(), withdrawUntil: 'decided' } });
    const nomination = await season.submit();
    await nomination.decide('approve');
    const update = await nomination.press({ choice: 'approve' });
    const actId = await nomination.tell({ kind: 'withdraw' });
    expect(update.value()).toMatchObject({ recorded: true });
    expect(nomination.result?.state).toBe('CONFERRED');
    expect(season.desk.acts.get(actId)).toMatchObject({ state: 'refused', refusal: 'TOO_LATE_TO_WITHDRAW' });
  });

  it('that comes with the start waits until the nomination is received', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = season.announce();
    season.server.slowDown('receiveNomination', 500);
    const actId = await nomination.tell({ kind: 'withdraw' });
    expect(season.desk.acts.get(actId)).toMatchObject({ state: 'pending' });
    await season.advance(500);
    expect(nomination.result?.state).toBe('WITHDRAWN');
  });

  it('that decides before the workflow has received is accepted and recorded after the receipt', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = season.announce();
    const update = await nomination.press({ choice: 'approve', task: { id: `${nomination.id}-1-0`, personId: 'head' } });
    await season.server.settle();
    expect(update.value()).toMatchObject({ recorded: true });
    expect(nomination.standing.level).toBe('district');
  });

  it('that nobody has written is answered as invalid', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    const update = nomination.workflow.update(SUBMIT_DECISION_UPDATE, { actId: 'act-9', taskId: nomination.task().id, choice: 'approve' });
    await season.server.settle();
    expect(update.value()).toEqual({ recorded: false, refused: 'INVALID_ACT' } satisfies ActOutcome);
  });

  it('passes the task on, and the one it was taken from can no longer decide', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    const task = nomination.task();
    await nomination.ask({ kind: 'delegate', taskId: task.id, toPersonId: 'chairman' }, 'head');
    const update = await nomination.press({ choice: 'approve', task });
    await season.server.settle();
    expect(update.answer).toMatchObject(refusedAs('ALREADY_DECIDED'));
    await nomination.decide('approve');
    expect(nomination.standing.level).toBe('district');
  });

  it('without the reason that its choice needs is refused, and the task stays open', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    expect(await nomination.decide('reject')).toEqual({ recorded: false, refused: 'REASON_REQUIRED' });
    expect(nomination.tasks).toHaveLength(1);
  });
});

describe('an act at the closing instant', () => {
  it('wins when it comes a millisecond before', async () => {
    season = await VirtualSeason.open({ bundle, rules: threeLevels({ unitTimeout: { kind: 'lapse' } }) });
    const nomination = await season.submit();
    await season.advanceTo(onDay(10, 0.75) - 1);
    season.server.slowDown('recordAct', 50);
    const update = await nomination.press({ choice: 'approve' });
    await season.advance(100);
    expect(update.value()).toMatchObject({ recorded: true });
    expect(nomination.standing).toMatchObject({ level: 'district', state: 'RECEIVED' });
  });

  it('loses to the deadline in the same workflow task, and the workflow follows', async () => {
    season = await VirtualSeason.open({ bundle, rules: threeLevels({ unitTimeout: { kind: 'lapse' } }) });
    const nomination = await season.submit();
    await season.advanceTo(onDay(10, 0.75) - 1);
    const task = nomination.task();
    season.server.agenda.moveTo(onDay(10, 0.75));
    const update = await nomination.press({ choice: 'approve', task });
    await season.server.settle();
    expect(update.value()).toEqual({ recorded: false, refused: 'DEADLINE_PASSED' });
    await season.advance(1);
    expect(nomination.result?.state).toBe('LAPSED');
  });
});
