import { postOf } from '../../people/directory.ts';
import { awardDecided } from '../../route/routes.ts';
import type { ActBody } from '../act.ts';
import type { RefusalCode } from '../case-file.ts';
import type { Draft } from '../draft.ts';
import { decisionAt, numberRefusal, scopeOfNumber } from '../numbering.ts';
import { movePlaces } from '../registry.ts';

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
  const award = awardDecided(stage, draft.context.rules, draft.file.award);
  const barred = refusal ?? (award === null ? null : movePlaces(draft, { key: award, level, signedOn }));
  if (barred) return barred;
  const issuer = postOf(stage.authority, draft.file.unit);
  const scope = scopeOfNumber(draft, stage, { number, signedOn });
  draft.addEffect({ is: 'decision-numbered', level, issuer, number, numberScope: scope, signedOn });
  draft.record('decision-numbered', { level, number, signedOn });
  return null;
}
