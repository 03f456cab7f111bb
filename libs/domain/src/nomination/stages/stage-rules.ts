import type { StageKinds } from '../../route/rule-set.ts';
import type { Text } from '../../time.ts';
import type { ActBody } from '../act.ts';
import type { CaseTask, Choice, Outcome, RefusalCode } from '../case-file.ts';
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

/** Choices that need a reason, at every stage. */
export function needsReason(choice: Choice): boolean {
  return choice === 'reject' || choice === 'return';
}
