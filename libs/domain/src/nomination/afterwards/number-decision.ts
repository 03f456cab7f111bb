import { postOf } from '../../people/directory.ts';
import type { ActBody } from '../act.ts';
import type { RefusalCode } from '../case-file.ts';
import type { Draft } from '../draft.ts';
import { decisionAt, numberRefusal, scopeOfNumber } from '../numbering.ts';

type NumberDecision = Extract<ActBody, { kind: 'number-decision' }>;

/** Longest number that a paper bears. */
const LONGEST = 100;

/** Writes the number that a signed decision got later; its line joins all others of the same issuer, number and date. */
export function numberDecision(draft: Draft, { level, number, signedOn }: NumberDecision): RefusalCode | null {
  if (number.trim() === '' || number.length > LONGEST) return 'NUMBER_REFUSED';
  if (!draft.file.outcomes.some((outcome) => outcome.level === level && outcome.outcome !== 'REFER_UP')) return 'NO_AWARD';
  const stage = decisionAt(draft.context.rules, level);
  if (!stage) return 'NO_AWARD';
  const refusal = numberRefusal(draft, stage, { number, signedOn });
  if (refusal) return refusal;
  const issuer = postOf(stage.authority, draft.file.unit);
  const scope = scopeOfNumber(draft, stage, { number, signedOn });
  draft.addEffect({ is: 'decision-numbered', level, issuer, number, numberScope: scope, signedOn });
  draft.record('decision-numbered', { level, number, signedOn });
  return null;
}
