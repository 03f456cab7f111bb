import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { DAY_MS, onDay, threeLevels, VirtualSeason, wait, type VirtualNomination } from '@laurel/testing';

const bundle = new URL('../workflow-bundle.js', import.meta.url);
let season: VirtualSeason;

// Two cores may be busy with other suites.
jest.setTimeout(60_000);

afterEach(() => season.close());

describe('a nomination with a long history', () => {
  it('continues as new and loses neither its place nor its alarm', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit({ continueAfterEvents: 12 });
    await season.advanceTo(onDay(3));
    expect(nomination.workflow.runs).toBe(2);
    expect(nomination.workflow.inputs.at(-1)).toEqual({
      nominationId: nomination.id,
      standing: nomination.standing,
      continueAfterEvents: 12,
    });
    expect(nomination.workflow.pendingTimers.map(({ at }) => at)).toEqual([onDay(4, 0.5)]);
    await nomination.decide('approve');
    await nomination.decide('approve');
    expect(nomination.result?.state).toBe('CONFERRED');
    expect(nomination.actions.filter((action) => action === 'received')).toHaveLength(1);
  });

  it('continues as new only when its act has been answered', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit({ continueAfterEvents: 8 });
    season.server.slowDown('recordAct', 100);
    const updates = [await nomination.press({ choice: 'approve' }), await nomination.press({ choice: 'approve' })];
    await season.advance(250);
    expect(updates.map(({ answer }) => answer.is)).toEqual(['answered', 'answered']);
    expect(nomination.workflow.runs).toBeGreaterThan(1);
  });

  it('keeps a hold over a continuation', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit({ continueAfterEvents: 5 });
    await nomination.tell({ kind: 'hold', holdId: 'H1', authority: 'thanh tra' });
    const { runs } = nomination.workflow;
    expect(runs).toBeGreaterThan(1);
    await season.advanceTo(onDay(30));
    expect(nomination.workflow.runs).toBe(runs);
    expect(nomination.workflow.pendingTimers).toEqual([]);
    await nomination.tell({ kind: 'lift-hold', holdId: 'H1', authority: 'thanh tra', outcome: 'cleared' });
    await nomination.decide('approve');
    await nomination.decide('approve');
    expect(nomination.result?.state).toBe('CONFERRED');
  });

  it('does not continue as new in one run of ordinary length', async () => {
    season = await VirtualSeason.open({ bundle });
    const nomination = await season.submit();
    await season.advanceTo(onDay(60));
    expect(nomination.workflow.runs).toBe(1);
  });
});

/** Repeatable chance: the same seed plays the same season. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

type Move = (nomination: VirtualNomination, roll: (sides: number) => number) => Promise<unknown>;

const decide: Move = async (nomination, roll) => {
  const task = nomination.tasks[roll(3)];
  const choice = task?.choices.filter((offered) => offered !== 'delegate' && offered !== 'complete')[roll(5)];
  return task && choice ? nomination.press({ choice, reason: 'vì thế', task }) : undefined;
};

const MOVES: readonly Move[] = [
  decide,
  decide,
  decide,
  (nomination) => nomination.tell({ kind: 'complete', documents: [] }),
  (nomination, roll) => nomination.tell({ kind: 'hold', holdId: `H${String(roll(2))}`, authority: 'thanh tra' }),
  (nomination, roll) => nomination.tell({ kind: 'lift-hold', holdId: `H${String(roll(2))}`, authority: 'thanh tra', outcome: 'cleared' }),
  (nomination, roll) => nomination.tell({ kind: 'extend', workingDays: 1 + roll(3) }),
  (nomination, roll) => (roll(20) === 0 ? nomination.tell({ kind: 'withdraw' }) : Promise.resolve()),
];

const STEPS = ['receiveNomination', 'recordAct', 'remindReviewers', 'escalateDelay', 'closeOverdue', 'publishResult'] as const;

describe('a season of chance', () => {
  it.each([1, 2, 3])(
    'number %d: what workflows know is what the desk has written, whatever fails, and nothing happens twice',
    async (seed) => {
      const roll = dice(seed);
      season = await VirtualSeason.open({ bundle, rules: threeLevels({ decisionWait: wait(3), decisionTimeout: { kind: 'lapse' } }) });
      const nominations = [];
      for (let i = 0; i < 6; i++) nominations.push(await season.submit({ continueAfterEvents: 20 + roll(40) }));
      for (let turn = 0; turn < 50; turn++) {
        if (roll(3) === 0) season.desk.faults.fail(STEPS[roll(6)]!, 1 + roll(8));
        if (roll(3) === 0) season.desk.faults.loseAnswer(STEPS[roll(6)]!, 1 + roll(3));
        for (const nomination of nominations) if (roll(2) === 0) await MOVES[roll(MOVES.length)]!(nomination, roll);
        await season.advance(roll(DAY_MS));
      }
      await season.advance(DAY_MS);
      for (const nomination of nominations) {
        expect(nomination.result?.state ?? (await nomination.knows())).toEqual(
          nomination.result ? nomination.standing.state : nomination.standing,
        );
      }
      expect(season.desk.ledger.repeats).toBe(0);
      expect(nominations.some(({ workflow }) => workflow.runs > 1)).toBe(true);
      expect(nominations.filter(({ result }) => result !== null).length).toBeGreaterThan(1);
    },
    60_000,
  );
});
