import type { ActDesk, ActStatus, Confirmation, NewAct } from '@laurel/contracts';

/** Tells a workflow of an act and waits a while for its answer. */
export type TellWorkflow = (actId: string) => Promise<Confirmation>;

/**
 * Writes an act and tells its workflow. Returns what became of it; `pending` where nobody knows in time: it is written
 * and not lost. Submitted again, it is the act that the desk finds, and a settled one is not told again.
 */
export async function submitAct(acts: ActDesk, act: NewAct, tell: TellWorkflow): Promise<ActStatus> {
  const written = await acts.write(act);
  return written.state === 'pending' ? afterAnswer(acts, written, await tell(written.id)) : written;
}

/** What became of an act that was written before, given what its workflow answered. */
export async function afterAnswer(acts: ActDesk, act: Pick<ActStatus, 'id'>, answer: Confirmation): Promise<ActStatus> {
  const { id } = act;
  if (answer !== 'NOT_CONFIRMED' && answer.recorded)
    return { id, state: 'recorded', refusal: null, seq: answer.seq, settledAt: answer.recordedAt };
  // Refusing does nothing to a settled act: should it be on record all the same, the row says so and is believed.
  if (answer !== 'NOT_CONFIRMED') await acts.refuse(id, answer.refused);
  return (await acts.statusOf(id)) ?? { id, state: 'pending', refusal: null, seq: null, settledAt: null };
}
