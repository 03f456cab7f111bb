import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { NOMINATION_WORKFLOW } from '@laurel/contracts';
import { onDay, VirtualSeason } from '@laurel/testing';

const bundle = new URL('../workflow-bundle.js', import.meta.url);
let season: VirtualSeason;

// Two cores may be busy with other suites.
jest.setTimeout(60_000);

afterEach(() => season.close());

describe('a nomination on its way', () => {
  it('is approved by the unit, referred up by the district and awarded by the city', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    await nomination.decide('approve');
    await nomination.decide('refer-up');
    await nomination.decide('approve');
    expect(nomination.result).toEqual({ nominationId: nomination.id, state: 'CONFERRED', seq: 8 });
    expect(nomination.actions).toEqual(['received', 'decided', 'referred-up', 'decided', 'referred-up', 'decided', 'awarded', 'published']);
    expect(season.desk.fileOf(nomination.id).outcomes.map(({ level, outcome }) => [level, outcome])).toEqual([
      ['unit', 'REFER_UP'],
      ['district', 'REFER_UP'],
      ['city', 'AWARD_HERE'],
    ]);
  });

  it('is awarded by the district and goes on to the city, whose refusal does not take the award back', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    await nomination.decide('approve');
    await nomination.decide('approve-and-refer-up');
    await nomination.decide('reject', { reason: 'chưa đủ' });
    expect(nomination.result?.state).toBe('CONFERRED');
    expect(season.desk.linesOf(nomination.id).map(({ level, award }) => [level, award])).toEqual([
      ['district', 'district-title'],
      ['city', null],
    ]);
  });

  it('ends with the first rejection, and its nominator is told why', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    await nomination.decide('reject', { reason: 'chưa đủ' });
    expect(nomination.result?.state).toBe('NOT_QUALIFIED');
    expect(season.desk.ledger.ofKind('result').map(({ occasion }) => occasion)).toEqual([
      { is: 'result', state: 'NOT_QUALIFIED', rule: null, reason: 'chưa đủ' },
    ]);
  });

  it('ends at intake when its basis is excluded', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit({ basis: 'cumulative' });
    expect(nomination.result?.state).toBe('INELIGIBLE');
    expect(nomination.workflow.pendingTimers).toEqual([]);
  });

  it('costs one workflow task for its start and one for each human act', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    for (const choice of ['approve', 'refer-up', 'approve'] as const) await nomination.decide(choice);
    expect(nomination.workflow.workflowTasks).toBe(4);
    expect(nomination.workflow.historyLength).toBeLessThan(50);
  });

  it('waits with one timer that says what for', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    expect(nomination.workflow.pendingTimers).toEqual([{ at: onDay(2, 0.5), summary: 'Chờ đến lúc nhắc · until the next reminder' }]);
  });

  it('shows the server its state, level, stage and due date', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    const { searchAttributes } = nomination.workflow;
    const due = new Date(onDay(5, 0.75)).toISOString();
    expect(searchAttributes).toEqual({ LaurelState: 'RECEIVED', LaurelLevel: 'unit', LaurelStage: 'review', LaurelDueAt: due });
    await nomination.decide('reject', { reason: 'chưa đủ' });
    expect(searchAttributes).toMatchObject({ LaurelState: 'NOT_QUALIFIED', LaurelStage: 'ended' });
  });

  it('says where it stands when asked', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = season.announce();
    await season.server.settle();
    expect(await nomination.knows()).toEqual(nomination.standing);
  });

  it('fails when no table knows it, rather than trying for ever', async () => {
    season = await VirtualSeason.open({ bundle });
    const stray = season.server.start(NOMINATION_WORKFLOW, 'nomination:stray', { nominationId: 'stray' });
    await season.advance(60_000);
    expect(stray.ending).toMatchObject({ is: 'failed', error: { cause: { type: 'UnknownNomination' } } });
  });
});
