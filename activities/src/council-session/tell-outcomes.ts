import type { SessionStepInput } from '@laurel/contracts';
import { beat } from './heartbeat.ts';
import type { SessionDesk } from './session-desk.ts';

/** So many nominations are told before it is noted that they were; a killed worker repeats no more than these. */
const BATCH = 100;

/** Tells each nomination's workflow what its session made of it. */
export class TellOutcomes {
  private readonly desk: SessionDesk;

  constructor(desk: SessionDesk) {
    this.desk = desk;
  }

  /** Safe to retry: it goes on with those not told yet, and a workflow that is told twice records once. */
  async tellOutcomes({ sessionId }: SessionStepInput): Promise<void> {
    const { outcomes, tell } = this.desk.dependencies;
    for (let told = 0; ;) {
      const batch = await outcomes.untold(sessionId, BATCH);
      if (batch.length === 0) return;
      await Promise.all(batch.map(({ nominationId, actId }) => tell(nominationId, actId)));
      await outcomes.markTold(
        sessionId,
        batch.map(({ line }) => line),
      );
      told += batch.length;
      beat(told);
    }
  }
}
