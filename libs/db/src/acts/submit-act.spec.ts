import { describe, expect, it } from '@jest/globals';
import type { ActDesk, ActStatus, Confirmation } from '@laurel/contracts';
import type { RefusalCode } from '@laurel/domain';
import { submitAct } from './submit-act.ts';

const act = {
  nominationId: 'n1',
  actor: 'hoa',
  reason: null,
  body: { kind: 'decide', taskId: 'n1-1-0', choice: 'approve', number: null, signedOn: null },
  origin: null,
} as const;
const refused: Confirmation = { recorded: false, refused: 'HELD' };

/** One act row. */
class OneRow implements ActDesk {
  status: ActStatus = { id: 'act-1', state: 'pending', refusal: null, seq: null, settledAt: null };

  write(): Promise<ActStatus> {
    return Promise.resolve(this.status);
  }

  statusOf(): Promise<ActStatus> {
    return Promise.resolve(this.status);
  }

  refuse(_actId: string, refusal: RefusalCode): Promise<void> {
    if (this.status.state === 'pending') this.status = { ...this.status, state: 'refused', refusal };
    return Promise.resolve();
  }

  record(): void {
    this.status = { ...this.status, state: 'recorded', seq: 2, settledAt: 5 };
  }
}

/** A workflow that answers so, and the acts it was told of. */
function workflow(answer: () => Confirmation): { readonly told: string[]; readonly tell: (actId: string) => Promise<Confirmation> } {
  const told: string[] = [];
  const tell = (actId: string): Promise<Confirmation> => {
    told.push(actId);
    return Promise.resolve(answer());
  };
  return { told, tell };
}

describe('submitAct', () => {
  it('returns what the workflow recorded', async () => {
    const { tell } = workflow(() => ({ recorded: true, seq: 3, recordedAt: 7 }));
    expect(await submitAct(new OneRow(), act, tell)).toMatchObject({ state: 'recorded', seq: 3, settledAt: 7 });
  });

  it('notes a refusal on the row', async () => {
    const row = new OneRow();
    expect(await submitAct(row, act, workflow(() => refused).tell)).toMatchObject({ state: 'refused', refusal: 'HELD' });
    expect(row.status).toMatchObject({ state: 'refused', refusal: 'HELD' });
  });

  it('believes a row that is on record over a refusal', async () => {
    const row = new OneRow();
    const { tell } = workflow(() => {
      row.record();
      return refused;
    });
    expect(await submitAct(row, act, tell)).toMatchObject({ state: 'recorded', seq: 2, refusal: null });
  });

  it('is pending when no answer came and the row knows nothing either', async () => {
    expect(await submitAct(new OneRow(), act, workflow(() => 'NOT_CONFIRMED').tell)).toMatchObject({ state: 'pending' });
  });

  it('finds in the row what was recorded after the time was up, and tells nobody again', async () => {
    const row = new OneRow();
    const { told, tell } = workflow(() => {
      row.record();
      return 'NOT_CONFIRMED';
    });
    expect(await submitAct(row, act, tell)).toMatchObject({ state: 'recorded', settledAt: 5 });
    expect([await submitAct(row, act, tell), told]).toMatchObject([{ state: 'recorded' }, ['act-1']]);
  });
});
