import { describe, expect, it } from '@jest/globals';
import type { PendingStart } from '@laurel/db';
import { inboxRelay } from './inbox-relay.loop.ts';

const pendingStart = (number: number): PendingStart => ({
  eventRowId: `event-${String(number)}`,
  nominationId: `nomination-${String(number)}`,
  programme: 'nam-tu-liem-ntvt',
  campaign: '2026',
  attempts: 1,
});

/** An inbox of ten; `stepsUnderWay` is asked before each claim. The worker has served for so long. */
function relayOfTen(
  stepsUnderWay: () => number,
  servedMs = 60_000,
): { readonly turn: () => Promise<number>; readonly started: readonly string[] } {
  const waiting = Array.from({ length: 10 }, (_, number) => pendingStart(number));
  const started: string[] = [];
  const turn = inboxRelay({
    inbox: {
      claim: (limit) => Promise.resolve(waiting.splice(0, limit)),
      markStarted: () => Promise.resolve(),
      markFailed: () => Promise.resolve(),
      bury: () => Promise.resolve(),
    },
    gateway: {
      startNomination: ({ nominationId }) => {
        started.push(nominationId);
        return Promise.resolve();
      },
    },
    receive: () => Promise.reject(new Error('left to the workflow')),
    stepsUnderWay,
    startedAt: Date.now() - servedMs,
  });
  return { turn, started };
}

describe('the inbox relay', () => {
  it('receives one at a time, for a flood can wait and a decision cannot', async () => {
    const { turn, started } = relayOfTen(() => 0);
    expect(await turn()).toBe(1);
    expect(started).toEqual(['nomination-0']);
  });

  it('catches up with what waited through an outage, for the first seconds of a worker and no longer', async () => {
    expect(await relayOfTen(() => 40, 0).turn()).toBe(8);
    expect(await relayOfTen(() => 0, 4_000).turn()).toBe(8);
    expect(await relayOfTen(() => 0, 5_000).turn()).toBe(1);
  });

  it('waits while the worker is busy and goes on once its steps are done', async () => {
    let looks = 0;
    const { turn } = relayOfTen(() => (++looks <= 5 ? 1 : 0));
    expect(await turn()).toBe(1);
    expect(looks).toBeGreaterThan(5);
  });

  it('receives one after a second however busy the worker is', async () => {
    const { turn } = relayOfTen(() => 40);
    const begun = Date.now();
    expect(await turn()).toBe(1);
    expect(Date.now() - begun).toBeGreaterThanOrEqual(1_000);
  });
});
