import { fitsNumber, isNumberTaken, numberRuleOf, numberScope, type NumberedPaper } from '../route/paper-number.ts';
import { postOf, postOn } from '../people/directory.ts';
import type { DecisionStage, RuleSet } from '../route/rule-set.ts';
import type { IsoDate } from '../time.ts';
import type { Act } from './act.ts';
import type { CaseContext } from './case-context.ts';
import type { CaseFile, RefusalCode } from './case-file.ts';
import type { Draft } from './draft.ts';
import { today } from './case-context.ts';

/** A number that is about to be written. */
export interface NumberWish {
  readonly number: string;
  readonly signedOn: IsoDate;
}

/** Whose papers of which number a step has to know; null where it writes none. */
export function paperAsked(
  file: CaseFile,
  context: CaseContext,
  act: Act | null,
): { readonly issuer: string; readonly number: string } | null {
  if (act?.body.kind !== 'decide' && act?.body.kind !== 'number-decision') return null;
  const { number } = act.body;
  const stage = act.body.kind === 'decide' ? context.rules.stages[file.stageIndex] : decisionAt(context.rules, act.body.level);
  if (number === null || stage?.kind !== 'decision') return null;
  const own = postOf(stage.authority, file.unit);
  return { issuer: act.body.kind === 'decide' ? postOn(context.directory, own, today(context)) : own, number };
}

/** Where a level decides. */
export function decisionAt({ stages }: RuleSet, level: string): DecisionStage | null {
  const stage = stages.find((known) => known.kind === 'decision' && known.level === level);
  return stage?.kind === 'decision' ? stage : null;
}

/** Why a stage's authority cannot give a paper this number: it is written otherwise, or another paper has it. */
export function numberRefusal(
  { context }: Draft,
  { level, authority }: DecisionStage,
  { number, signedOn }: NumberWish,
): RefusalCode | null {
  const rule = numberRuleOf(context.rules, level, authority);
  if (!rule) return null;
  if (!fitsNumber(rule, number, Number(signedOn.slice(0, 4)))) return 'NUMBER_REFUSED';
  return isNumberTaken(rule, signedOn, context.papers ?? []) ? 'NUMBER_TAKEN' : null;
}

/** Inside what the number is the paper's alone, see `DecisionLine`. */
export function scopeOfNumber({ context }: Draft, { level, authority }: DecisionStage, { number, signedOn }: NumberWish): string | null {
  const rule = numberRuleOf(context.rules, level, authority);
  const mended = (paper: NumberedPaper): boolean => paper.own && paper.signedOn !== signedOn;
  return rule === null || (context.papers ?? []).some(mended) ? null : numberScope(rule, number, signedOn);
}
