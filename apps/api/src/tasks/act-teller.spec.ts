import { describe, expect, it } from '@jest/globals';
import type { ActStatus, Confirmation } from '@laurel/contracts';
import type { NominationView } from '@laurel/db';
import { ActTeller } from './act-teller.service.ts';
import { FakeDesk } from './desk.fixture.ts';

const WITHIN_MS = 2_000;
const RECORDED = { state: 'recorded', seq: 4, settledAt: 1 } as const;

/** What was told to whom, with a case that has ended or not and a workflow that answers so. */
async function telling(
  kind: 'lift-hold' | 'hold',
  { endedAt, answer, server = true }: { readonly endedAt: string | null; readonly answer: Confirmation; readonly server?: boolean },
): Promise<{ readonly told: readonly string[]; readonly status: ActStatus; readonly tookMs: number }> {
  const told: string[] = [];
  const desk = new FakeDesk();
  const gateway = {
    ...desk.gateway,
    submitAct: () => {
      told.push('asked');
      return Promise.resolve(answer);
    },
    takeUp: ({ campaign }: { readonly campaign: string }) => {
      told.push(`taken up in ${campaign}`);
      if (!server) return Promise.reject(new Error('no server'));
      desk.status = { ...desk.status, ...RECORDED };
      return Promise.resolve();
    },
  };
  const view = { id: 'n1', programme: 'p', campaign: '2022', endedAt } as NominationView;
  const nominations = { view: () => Promise.resolve(view) } as unknown as ConstructorParameters<typeof ActTeller>[2];
  const begun = Date.now();
  const status = await new ActTeller(desk.acts, gateway, nominations).tell('n1', { actId: desk.status.id, kind }, WITHIN_MS);
  return { told, status, tookMs: Date.now() - begun };
}

const ENDED = '2026-11-22T02:00:00.000Z';
const CONFIRMED = { recorded: true, seq: 3, recordedAt: 2 } as const;

describe('a workflow that is told of an act', () => {
  it('is asked where the nomination runs, and its answer is what became of the act', async () => {
    const { told, status } = await telling('lift-hold', { endedAt: null, answer: CONFIRMED });
    expect([told, status]).toMatchObject([['asked'], { state: 'recorded', seq: 3 }]);
  });

  it('is started again where the nomination has ended, at once and without being asked first', async () => {
    const { told, status } = await telling('lift-hold', { endedAt: ENDED, answer: 'NOT_CONFIRMED' });
    expect([told, status]).toMatchObject([['taken up in 2022'], { state: 'recorded', seq: 4 }]);
  });

  it('is started again where the nomination has ended in the moment it was asked', async () => {
    const { told, status } = await telling('lift-hold', { endedAt: null, answer: 'NOT_CONFIRMED' });
    expect([told, status]).toMatchObject([['asked', 'taken up in 2022'], { state: 'recorded' }]);
  });

  it('is never started again for what an ended nomination does not take', async () => {
    const { told, status } = await telling('hold', { endedAt: ENDED, answer: 'NOT_CONFIRMED' });
    expect([told, status]).toMatchObject([['asked'], { state: 'pending' }]);
  });

  it('is not waited for where its server is away: the act relay tells it later', async () => {
    const { told, status, tookMs } = await telling('lift-hold', { endedAt: ENDED, answer: 'NOT_CONFIRMED', server: false });
    expect([told, status]).toMatchObject([['taken up in 2022'], { state: 'pending' }]);
    expect(tookMs).toBeLessThan(WITHIN_MS / 2);
  });
});
