import type { StageKinds, WaitRule } from '../../route/rule-set.ts';
import type { Text } from '../../time.ts';
import type { ActBody } from '../act.ts';
import type { CaseFile, CaseTask, Choice, NominationState, Outcome, RefusalCode } from '../case-file.ts';
import type { Draft } from '../draft.ts';

export type DecideBody = Extract<ActBody, { kind: 'decide' }>;

/** Where a stage sends the case; the course of the route obeys it. */
export type StageVerdict =
  | { readonly then: 'wait' }
  | { readonly then: 'go-on' }
  | { readonly then: 'refer-up'; readonly outcome: Outcome }
  | { readonly then: 'award' }
  | { readonly then: 'refuse'; readonly state: 'INELIGIBLE' | 'NOT_QUALIFIED'; readonly rule: Text | null }
  | { readonly then: 'return'; readonly missing: readonly Text[] }
  | { readonly then: 'forbid'; readonly code: RefusalCode };

/** What the rules of one kind of stage answer; one file each, one line each in the registry. */
export interface StageRules<Kind extends keyof StageKinds> {
  /** Puts the stage before people, or settles it at once where none is needed. Also after a return, on the clock it had. */
  readonly open: (draft: Draft, stage: StageKinds[Kind]) => StageVerdict;
  /** Weighs a reviewer's choice on a task that was open. */
  readonly decide: (draft: Draft, stage: StageKinds[Kind], task: CaseTask, body: DecideBody) => StageVerdict;
  /** The state of a case in this stage; by default appraised or received, whatever it has passed. */
  readonly state?: NominationState;
  /** The stage's wait, where it is not simply its `wait`. */
  readonly wait?: (file: CaseFile, stage: StageKinds[Kind]) => WaitRule;
  /** The wait of a seat with a deadline of its own, where it is not the stage's. */
  readonly seatWait?: (stage: StageKinds[Kind]) => WaitRule;
  /** True where a hold does not stop the stage's clock, only its end. */
  readonly runsOnHold?: boolean;
  /** What follows when a wait has reached its end with these tasks still open; null leaves it to the timeout policy. */
  readonly elapse?: (draft: Draft, stage: StageKinds[Kind], silent: readonly CaseTask[]) => StageVerdict | null;
}

export const WAIT: StageVerdict = { then: 'wait' };
export const GO_ON: StageVerdict = { then: 'go-on' };
export const NOT_ASKED: StageVerdict = { then: 'forbid', code: 'NOT_YOUR_TASK' };
export const NOT_OFFERED: StageVerdict = { then: 'forbid', code: 'CHOICE_NOT_ALLOWED' };
export const RETURN_TO_NOMINATOR: StageVerdict = { then: 'return', missing: [] };

/** What may be chosen now: a dossier that was returned as often as the rules allow cannot be returned again. */
export function offered(draft: Draft, choices: readonly Choice[]): readonly Choice[] {
  const exhausted = draft.file.returns >= draft.context.rules.completion.maxReturns;
  return exhausted ? choices.filter((choice) => choice !== 'return') : choices;
}

const NEED_REASONS = new Set<Choice>(['reject', 'return', 'ineligible', 'object', 'answer', 'uphold']);

/** Choices that need a reason, at every stage. */
export function needsReason(choice: Choice): boolean {
  return NEED_REASONS.has(choice);
}

/** The stage is passed: on to the next one, or up from the last stage of a level that only endorses on this route. */
export function passed(draft: Draft): StageVerdict {
  return draft.isLastOfLevel() ? { then: 'refer-up', outcome: 'REFER_UP' } : GO_ON;
}

/** One act fills a seat: whoever else was asked for it is asked no longer. */
export function closeTwins(draft: Draft, { seat }: CaseTask): void {
  for (const twin of draft.openTasks()) if (twin.seat === seat) draft.closeTask(twin.id, 'superseded');
}
