import { postOf } from '../../people/directory.ts';
import { fitsNumber, numberRuleOf } from '../../route/paper-number.ts';
import type { ActBody } from '../act.ts';
import type { RefusalCode } from '../case-file.ts';
import type { Draft } from '../draft.ts';

type NumberDecision = Extract<ActBody, { kind: 'number-decision' }>;

/** Longest number that a paper bears. */
const LONGEST = 100;

/** Writes the number that a signed decision got later; its line joins all others of the same issuer, number and date. */
export function numberDecision(draft: Draft, { level, number, signedOn }: NumberDecision): RefusalCode | null {
  if (number.trim() === '' || number.length > LONGEST) return 'NUMBER_REFUSED';
  if (!draft.file.outcomes.some((outcome) => outcome.level === level && outcome.outcome !== 'REFER_UP')) return 'NO_AWARD';
  const stage = draft.context.rules.stages.find((known) => known.kind === 'decision' && known.level === level);
  if (stage?.kind !== 'decision') return 'NO_AWARD';
  const issuer = postOf(stage.authority, draft.file.unit);
  const pattern = numberRuleOf(draft.context.rules, level, issuer);
  if (pattern && !fitsNumber(pattern, number)) return 'NUMBER_REFUSED';
  draft.addEffect({ is: 'decision-numbered', level, issuer, number, signedOn });
  draft.record('decision-numbered', { level, number, signedOn });
  return null;
}
