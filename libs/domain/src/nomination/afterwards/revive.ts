import type { CaseContext } from '../case-context.ts';
import type { Draft } from '../draft.ts';

/** Whether the nominee is under investigation: a case that had ended before is not taken up again while that lasts. */
export function isNomineeHeld({ nomineeHolds = [] }: CaseContext): boolean {
  return nomineeHolds.length > 0;
}

/**
 * Takes a case up again: nothing that was written goes away, but outcomes of the levels named no longer count and their
 * decisions are marked as superseded.
 */
export function revive(draft: Draft, levels: readonly string[]): void {
  const { file } = draft;
  const superseded = levels.filter((level) => file.outcomes.some((outcome) => outcome.level === level));
  draft.closeOpenTasks('superseded');
  draft.set({
    state: 'RECEIVED',
    endedAt: null,
    wait: null,
    suspended: null,
    ineligibleRule: null,
    revivals: file.revivals + 1,
    outcomes: file.outcomes.filter(({ level }) => !superseded.includes(level)),
  });
  if (superseded.length > 0) draft.addEffect({ is: 'lines-superseded', levels: superseded });
}
