import { describe, expect, it } from '@jest/globals';
import { threeLevels, VirtualSeason, wait } from '@laurel/testing';
import fc from 'fast-check';
import { Act, DEEDS, Wait, type Death } from './life.commands.ts';
import { PaperNomination } from './life.model.ts';

const bundle = new URL('../../../workflows/dist/workflow-bundle.js', import.meta.url);

/** Three days to answer and two more until it lapses; two days to complete what was returned. */
const SHORT = wait(3, { remindAt: [-1, 0], escalateAfter: 1, closesAfter: 2 });
const LAPSE = { kind: 'lapse' } as const;
const rules = threeLevels({
  unitWait: SHORT,
  unitTimeout: LAPSE,
  decisionWait: SHORT,
  decisionTimeout: LAPSE,
  completionWait: wait(2, { remindAt: [0], escalateAfter: null, closesAfter: 0 }),
});

const deaths: fc.Arbitrary<Death> = fc.constantFrom('none', 'none', 'before-commit', 'after-commit');
const deeds = fc.oneof(...DEEDS.map(([weight, deed]) => ({ weight, arbitrary: fc.constant(deed) })));
const acts = fc.tuple(deeds, deaths).map(([deed, death]) => new Act(deed, death));
const waits = fc.tuple(fc.integer({ min: 1, max: 4 }), deaths).map(([days, death]) => new Wait(days, death));
const lives = fc.commands([acts, acts, acts, acts, waits], { maxCommands: 40, size: 'max' });

/** What must have been met over all lives, or the model has proved less than it says. */
const MET = ['approve', 'reject', 'return', 'complete', 'delegate to the deputy', 'hold', 'lift-hold', 'extend', 'withdraw'].map(
  (name) => `${name} recorded`,
);

describe('a nomination’s whole life, beside a model on paper', () => {
  it('stands where the model says after every return, hold, delegation, withdrawal, extension, deadline and crash', async () => {
    const seen = new Map<string, number>();
    const season = await VirtualSeason.open({ bundle, rules });
    try {
      await fc.assert(
        fc.asyncProperty(lives, fc.integer({ min: 8, max: 60 }), async (life, continueAfterEvents) => {
          const nomination = await season.submit({ continueAfterEvents });
          await fc.asyncModelRun(() => ({ model: new PaperNomination(), real: { season, nomination, seen } }), life);
          expect(season.desk.ledger.repeats).toBe(0);
          if (nomination.standing.stage !== 'ended') await nomination.tell({ kind: 'terminate' });
        }),
        { numRuns: 60, interruptAfterTimeLimit: 150_000 },
      );
    } finally {
      await season.close();
    }
    expect([...MET, 'deadline'].filter((name) => !seen.has(name))).toEqual([]);
  }, 240_000);
});
