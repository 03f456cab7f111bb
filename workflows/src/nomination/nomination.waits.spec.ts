import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { onDay, threeLevels, VirtualSeason, wait } from '@laurel/testing';

const bundle = new URL('../workflow-bundle.js', import.meta.url);
let season: VirtualSeason;

// Two cores may be busy with other suites.
jest.setTimeout(60_000);

const mailed = (kind: 'reminder' | 'escalation' | 'assignment'): readonly (readonly [string, number])[] =>
  season.desk.ledger.ofKind(kind).map(({ personId, occurrence }) => [personId, occurrence]);

afterEach(() => season.close());

describe('a wait for a person', () => {
  it('is reminded, and approved after the reminder', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    await season.advanceTo(onDay(2, 0.5));
    expect(mailed('reminder')).toEqual([['head', 0]]);
    await season.advanceTo(onDay(3));
    await nomination.decide('approve');
    expect(nomination.standing).toMatchObject({ level: 'district', stage: 'decision' });
    await season.advanceTo(onDay(9));
    expect(mailed('reminder')).toEqual([['head', 0]]);
  });

  it('lapses after every reminder and the escalation when its rule says so', async () => {
    season = await VirtualSeason.open({ bundle, rules: threeLevels({ unitTimeout: { kind: 'lapse' } }) });
    const nomination = await season.submit();
    await season.advanceTo(onDay(10, 0.75) - 1);
    expect(nomination.actions).toEqual(['received', 'reminded', 'reminded', 'reminded', 'reminded', 'escalated']);
    expect(nomination.result).toBeNull();
    await season.advanceTo(onDay(10, 0.75));
    expect(nomination.result?.state).toBe('LAPSED');
    expect(mailed('reminder')).toEqual([
      ['head', 0],
      ['head', 1],
      ['head', 2],
      ['head', 3],
    ]);
    expect(mailed('escalation')).toEqual([['vice', 0]]);
  });

  it('may be answered by the superior once it is escalated', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    await season.advanceTo(onDay(8));
    expect(nomination.tasks.map(({ personId }) => personId)).toEqual(['head', 'vice']);
    await nomination.decide('approve', { task: nomination.task(1) });
    expect(nomination.standing.level).toBe('district');
  });

  it('is handed over to the superior, who has a fresh clock', async () => {
    season = await VirtualSeason.open({ bundle, rules: threeLevels({ unitWait: wait(5, { escalateAfter: null }) }) });
    const nomination = await season.submit();
    await season.advanceTo(onDay(10, 0.75));
    expect(nomination.tasks.map(({ personId }) => personId)).toEqual(['vice']);
    expect(nomination.standing.dueAt).toBe(onDay(15, 0.75));
    await nomination.decide('approve');
    expect(nomination.standing.level).toBe('district');
  });

  it('escalates again as often as the rule grants, then hands over', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    await nomination.decide('approve');
    await season.advanceTo(onDay(19, 0.75));
    expect(nomination.actions.filter((action) => !action.startsWith('remind')).slice(3)).toEqual([
      'escalated',
      'escalated-again',
      'escalated-again',
      'handed-over',
    ]);
    expect(nomination.result).toBeNull();
  });

  it('takes one workflow task for each wake-up', async () => {
    season = await VirtualSeason.open({ bundle, rules: threeLevels({ unitTimeout: { kind: 'lapse' } }) });
    const nomination = await season.submit();
    await season.advanceTo(onDay(11));
    expect(nomination.workflow.workflowTasks).toBe(1 + 4 + 1 + 1);
  });
});

describe('a deadline that moves', () => {
  it('is extended: reminders follow it, and none that was sent is sent again', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    await season.advanceTo(onDay(2, 0.6));
    const outcome = await nomination.ask({ kind: 'extend', workingDays: 4 });
    expect(outcome).toMatchObject({ recorded: true });
    expect(nomination.standing).toMatchObject({ dueAt: onDay(9, 0.75), next: { step: 'remind', at: onDay(8, 0.5) } });
    await season.advanceTo(onDay(10, 0.5));
    expect(mailed('reminder')).toEqual([
      ['head', 0],
      ['head', 1],
      ['head', 2],
      ['head', 3],
    ]);
    expect(season.desk.ledger.repeats).toBe(0);
  });

  it('lets an alarm that was set for the earlier instant ring for nothing', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    await nomination.ask({ kind: 'extend', workingDays: 4 });
    expect(nomination.workflow.pendingTimers.map(({ at }) => at)).toEqual([onDay(2, 0.5)]);
    await season.advanceTo(onDay(3));
    expect(nomination.actions).toEqual(['received', 'deadline-extended']);
    expect(nomination.workflow.pendingTimers.map(({ at }) => at)).toEqual([onDay(6, 0.5)]);
  });

  it('rings the earlier alarm first when the next instant comes nearer', async () => {
    season = await VirtualSeason.open({ bundle, rules: threeLevels({ unitWait: wait(20) }) });
    const nomination = await season.submit();
    await nomination.decide('return', { reason: 'thiếu' });
    expect(nomination.workflow.pendingTimers.map(({ at }) => at)).toEqual([onDay(17, 0.5), onDay(5, 0.5)]);
    await season.advanceTo(onDay(5, 0.75));
    expect(nomination.result?.state).toBe('LAPSED');
  });

  it('stops while the nomination is held and goes on when the hold is lifted', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    await season.advanceTo(onDay(2));
    await nomination.tell({ kind: 'hold', holdId: 'H1', authority: 'thanh tra' });
    expect(nomination.standing).toMatchObject({ held: true, next: null });
    await season.advanceTo(onDay(40));
    expect(nomination.actions).toEqual(['received', 'held']);
    await nomination.tell({ kind: 'lift-hold', holdId: 'H1', authority: 'thanh tra', outcome: 'cleared' });
    expect(nomination.standing.dueAt).toBe(onDay(43, 0.75));
    await nomination.decide('approve');
    expect(nomination.standing.level).toBe('district');
  });
});

describe('a returned dossier', () => {
  it('is completed and goes on where it was left, with the time already used', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    await season.advanceTo(onDay(3));
    await nomination.decide('return', { reason: 'thiếu giấy tờ' });
    expect(nomination.standing).toMatchObject({ state: 'RETURNED', stage: 'completion', dueAt: onDay(8, 0.75) });
    await season.advanceTo(onDay(6));
    await nomination.tell({ kind: 'complete', documents: [] });
    expect(nomination.standing).toMatchObject({ state: 'RECEIVED', stage: 'review', level: 'unit', dueAt: onDay(8, 0.75) });
    await nomination.decide('approve');
    expect(nomination.standing.level).toBe('district');
  });

  it('lapses when its missing document never comes', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit({ documents: [] });
    expect(nomination.standing.state).toBe('RETURNED');
    await season.advanceTo(onDay(5, 0.75));
    expect(nomination.result?.state).toBe('LAPSED');
  });

  it('lapses at the campaign closing when that comes first', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit({ documents: [] });
    season.desk.closeCampaign(nomination.id, onDay(2, 0.25));
    await nomination.tell({ kind: 'campaign-dates' });
    await season.advanceTo(onDay(2, 0.25));
    expect(nomination.result?.state).toBe('LAPSED');
  });
});
