import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { onDay, people, steadyDays, threeLevels, VirtualSeason } from '@laurel/testing';

const bundle = new URL('../workflow-bundle.js', import.meta.url);
const MINUTE_MS = 60_000;
let season: VirtualSeason;

// Two cores may be busy with other suites.
jest.setTimeout(60_000);

afterEach(() => season.close());

describe('a step that fails', () => {
  it('is tried again at once, in the same workflow task', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    season.desk.faults.fail('recordAct', 2);
    const update = await nomination.press({ choice: 'approve' });
    await season.advance(1000);
    expect(update.value()).toMatchObject({ recorded: true });
    expect(nomination.workflow.workflowTasks).toBe(2);
  });

  it('goes on as a pending activity after its first seconds, and is done when the hour of failure is over', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    const mend = season.desk.faults.breakDown('recordAct');
    const update = await nomination.press({ choice: 'approve' });
    await season.advance(4500);
    expect(nomination.workflow.pendingActivities).toEqual([
      { name: 'recordAct', local: false, attempt: 1, lastFailure: 'the database is down' },
    ]);
    await season.advance(60 * MINUTE_MS);
    expect(update.answer).toEqual({ is: 'waiting', accepted: true });
    expect(nomination.workflow.pendingActivities[0]?.attempt).toBeGreaterThan(100);
    mend();
    await season.advance(MINUTE_MS / 2);
    expect(update.value()).toMatchObject({ recorded: true });
    expect(nomination.actions).toEqual(['received', 'decided', 'referred-up']);
  });

  it('does not miss the deadline that came while it failed', async () => {
    season = await VirtualSeason.open({ bundle, rules: threeLevels({ unitTimeout: { kind: 'lapse' } }) });
    const nomination = await season.submit();
    const mend = season.desk.faults.breakDown('closeOverdue');
    await season.advanceTo(onDay(11));
    expect(nomination.result).toBeNull();
    mend();
    await season.advance(MINUTE_MS / 2);
    expect(nomination.result?.state).toBe('LAPSED');
  });

  it('reminds once for all that was missed while nothing worked', async () => {
    const hour = 60 * MINUTE_MS;
    season = await VirtualSeason.open({ bundle, rules: threeLevels({ calendar: steadyDays(hour) }) });
    await season.submit();
    const mend = season.desk.faults.breakDown('remindReviewers');
    await season.advanceTo(onDay(5, 0, hour));
    mend();
    await season.advance(MINUTE_MS);
    expect(season.desk.ledger.ofKind('reminder').map(({ occurrence }) => occurrence)).toEqual([0, 1]);
  });

  it('waits for somebody to hold the post, visibly, and goes on when somebody does', async () => {
    const full = people();
    const holdings = full.holdings.filter(({ post }) => !post.startsWith('district/'));
    const directory = { ...full, holdings };
    season = await VirtualSeason.open({ bundle, directory });
    const nomination = await season.submit();
    const update = await nomination.press({ choice: 'approve' });
    await season.advance(10 * MINUTE_MS);
    expect(nomination.workflow.pendingActivities).toMatchObject([
      { name: 'recordAct', local: false, lastFailure: expect.stringContaining('NOBODY_HOLDS_POST') },
    ]);
    holdings.push(...full.holdings.filter(({ post }) => post.startsWith('district/')));
    await season.advance(MINUTE_MS);
    expect(update.value()).toMatchObject({ recorded: true });
    expect(nomination.standing.level).toBe('district');
  });
});

describe('an answer that is lost after the commit', () => {
  it('of an act is given again, and the act counts once', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    season.desk.faults.loseAnswer('recordAct');
    const update = await nomination.press({ choice: 'approve' });
    await season.advance(1000);
    expect(update.value()).toMatchObject({ recorded: true, seq: 2 });
    expect(nomination.actions).toEqual(['received', 'decided', 'referred-up']);
    expect(season.desk.ledger.repeats).toBe(0);
  });

  it.each(['receiveNomination', 'remindReviewers', 'escalateDelay', 'closeOverdue', 'publishResult'] as const)(
    'of %s is found again, and nothing happens twice',
    async (step) => {
      season = await VirtualSeason.open({ bundle });
      season.desk.faults.loseAnswer(step);
      const nomination = season.announce();
      await season.advanceTo(onDay(12));
      expect(nomination.tasks).toHaveLength(1);
      await nomination.decide('approve');
      await nomination.decide('approve');
      await season.advance(1000);
      expect(nomination.result?.state).toBe('CONFERRED');
      const twice = nomination.actions.filter(
        (action, index) => action !== 'reminded' && action !== 'decided' && nomination.actions.indexOf(action) !== index,
      );
      expect(twice).toEqual([]);
      expect(season.desk.ledger.repeats).toBe(0);
    },
  );

  it('that took longer than it may is asked for again and counts once', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    season.server.slowDown('recordAct', 3500);
    const update = await nomination.press({ choice: 'approve' });
    await season.advance(3200);
    season.server.slowDown('recordAct', 0);
    await season.advance(10_000);
    expect(update.value()).toMatchObject({ recorded: true, seq: 2 });
    expect(nomination.actions).toEqual(['received', 'decided', 'referred-up']);
  });

  it('with the deadline due meanwhile leaves the decision standing', async () => {
    season = await VirtualSeason.open({ bundle, rules: threeLevels({ unitTimeout: { kind: 'lapse' } }) });
    const nomination = await season.submit();
    await season.advanceTo(onDay(10, 0.75) - 10);
    season.desk.faults.loseAnswer('recordAct', 3);
    const update = await nomination.press({ choice: 'approve' });
    await season.advance(MINUTE_MS);
    expect(update.value()).toMatchObject({ recorded: true });
    expect(nomination.standing).toMatchObject({ state: 'RECEIVED', level: 'district' });
  });
});
