import type { CaseStepInput, NominationActivities, Standing } from '@laurel/contracts';
import { closeOverdue, escalate, publish, receive, remind } from '@laurel/domain';
import type { StepName } from './desk-faults.ts';
import type { MemoryDesk, MemoryStep } from './memory-desk.ts';

/** What a nomination's workflow may ask for, answered by a desk in memory; the desk's faults strike here. */
export function deskActivities(desk: MemoryDesk): NominationActivities {
  const through = <Answer>(step: StepName, work: () => Answer): Promise<Answer> =>
    new Promise((resolve) => {
      desk.faults.strike(step, 'before');
      const answer = work();
      desk.faults.strike(step, 'after-commit');
      resolve(answer);
    });
  const advance =
    (name: StepName, step: MemoryStep) =>
    (input: CaseStepInput): Promise<Standing> =>
      through(name, () => desk.advance(input, step));
  return {
    receiveNomination: advance('receiveNomination', receive),
    recordAct: (input) => through('recordAct', () => desk.record(input)),
    remindReviewers: advance('remindReviewers', remind),
    escalateDelay: advance('escalateDelay', escalate),
    closeOverdue: advance('closeOverdue', closeOverdue),
    publishResult: advance('publishResult', publish),
  };
}
