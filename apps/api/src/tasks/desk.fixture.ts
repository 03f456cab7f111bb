import type { ActStatus, Confirmation, NewAct, SubmitDecisionInput } from '@laurel/contracts';
import type { ApiParts } from '../parts/parts.ts';

/** Act rows in memory, with what was asked of the workflow. */
export class FakeDesk {
  readonly written: NewAct[] = [];
  readonly told: SubmitDecisionInput[] = [];
  status: ActStatus = { id: '01HZZZZZZZZZZZZZ01HZACT1', state: 'pending', refusal: null, seq: null, settledAt: null };
  confirmation: Confirmation = { recorded: true, seq: 3, recordedAt: Date.parse('2026-11-22T02:00:00Z') };

  readonly acts: ApiParts['acts'] = {
    write: (act) => {
      this.written.push(act);
      return Promise.resolve(this.status);
    },
    statusOf: () => Promise.resolve(this.status),
    refuse: (_, refusal) => {
      this.status = { ...this.status, state: 'refused', refusal };
      return Promise.resolve();
    },
  };

  readonly gateway: ApiParts['gateway'] = {
    submitDecision: (_, input) => {
      this.told.push(input);
      return Promise.resolve(this.confirmation);
    },
    submitAct: () => Promise.resolve(this.confirmation),
    startNomination: () => Promise.resolve(),
    signalAct: () => Promise.resolve('told'),
    takeUp: () => Promise.resolve(),
    ping: () => Promise.resolve(true),
  };
}
