import type { Instant } from '../time.ts';
import type { CaseTask, Choice } from './case-file.ts';
import type { PlannedMail } from './change.ts';

/** How long an answer can be objected to where the rules say nothing. */
export const OBJECTION_HOURS = 72;

const HOUR_MS = 3_600_000;

/** What the link of a confirmation is derived from: the page on which its person says that it was not them. */
export function objectionLinkId(taskId: string): string {
  return `objection:${taskId}`;
}

/** The number under which people speak of a recorded act: the last eight characters of its id, `7K2M-9QH4`. */
export function referenceOf(actId: string): string {
  const end = actId.slice(-8);
  return `${end.slice(0, 4)}-${end.slice(4)}`;
}

/** The mail that tells a person what was recorded in their name, and lets them object for `hours`. */
export function confirmationOf(
  task: CaseTask,
  choice: Choice,
  { actId, at, hours }: { readonly actId: string; readonly at: Instant; readonly hours: number },
): PlannedMail {
  const { id, personId, kind } = task;
  const about = kind === 'complaint' ? ({ about: 'complaint' } as const) : {};
  return {
    subjectKey: id,
    personId,
    kind: 'confirmation',
    occurrence: 0,
    taskId: id,
    linkId: objectionLinkId(id),
    occasion: { is: 'confirmation', choice, ...about, reference: referenceOf(actId), recordedAt: at, objectUntil: at + hours * HOUR_MS },
  };
}
