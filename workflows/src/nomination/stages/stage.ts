import type { Standing, SubmitDecisionInput } from '@laurel/contracts';
import type { RefusalCode } from '@laurel/domain';
import type { NominationStory } from '../nomination-story.ts';

/** How a nomination lives through one kind of stage; one file each, one line each in the registry. */
export interface Stage {
  /** Waits for what ends or moves the stage, then lets the story go on. */
  readonly live: (story: NominationStory) => Promise<void>;
  /** Why a decision cannot be accepted as things stand, or null. Synchronous: it is asked before anything is recorded. */
  readonly refusalOf: (standing: Standing, input: SubmitDecisionInput) => RefusalCode | null;
}

/** A task of this stage may be decided while it is open, not held, and offers the choice. */
export function refusalOfTask(standing: Standing, { taskId, choice }: SubmitDecisionInput): RefusalCode | null {
  const task = standing.tasks.find(({ id }) => id === taskId);
  if (!task) return 'ALREADY_DECIDED';
  if (standing.held) return 'HELD';
  return task.choices.includes(choice) ? null : 'CHOICE_NOT_ALLOWED';
}
