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

/** An inbox of ten; `stepsUnderWay` is asked before each claim. */
function relayOfTen(stepsUnderWay: () => number): { readonly turn: () => Promise<number>; readonly started: readonly string[] } {
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
  });
  return { turn, started };
}

describe('the inbox relay', () => {
  it('receives no more at once than the worker has room for', async () => {
    const { turn, started } = relayOfTen(() => 0);
    expect(await turn()).toBe(2);
    expect(started).toEqual(['nomination-0', 'nomination-1']);
  });

  it('leaves the room that steps under way have taken', async () => {
    const { turn } = relayOfTen(() => 1);
    expect(await turn()).toBe(1);
  });

  it('waits while the worker is busy and goes on once a step is done', async () => {
    let looks = 0;
    const { turn } = relayOfTen(() => (++looks <= 5 ? 2 : 0));
    expect(await turn()).toBe(2);
    expect(looks).toBeGreaterThan(5);
  });

  it('receives one after a second however busy the worker is', async () => {
    const { turn } = relayOfTen(() => 40);
    const begun = Date.now();
    expect(await turn()).toBe(1);
    expect(Date.now() - begun).toBeGreaterThanOrEqual(1_000);
  });
});
