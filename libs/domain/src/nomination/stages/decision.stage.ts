import { awardDecided } from '../../route/routes.ts';
import type { DecisionStage } from '../../route/rule-set.ts';
import type { Choice, Outcome } from '../case-file.ts';
import type { Draft } from '../draft.ts';
import { numberRefusal, scopeOfNumber } from '../numbering.ts';
import { livingOnly } from '../posthumous.ts';
import { today } from '../case-context.ts';
import { takePlaces } from '../registry.ts';
import { NOT_OFFERED, offered, RETURN_TO_NOMINATOR, WAIT, type DecideBody, type StageRules, type StageVerdict } from './stage-rules.ts';

function choicesOf(draft: Draft, stage: DecisionStage): readonly Choice[] {
  const choices: Choice[] = [...grants(draft, stage), 'reject', 'return'];
  if (stage.allowDelegation) choices.push('delegate');
  return offered(draft, choices);
}

/** A level below the proposed award only endorses it; the level that it belongs to has nothing above to refer it to. */
function grants(draft: Draft, stage: DecisionStage): readonly Choice[] {
  const { rules } = draft.context;
  const award = awardDecided(stage, rules, draft.file.award);
  if (award === null) return ['refer-up'];
  if (!stage.mayReferUp || stage.award === 'proposed') return ['approve'];
  const group = rules.awards.find(({ key }) => key === award)?.exclusionGroup;
  return group === null ? ['approve', 'refer-up', 'approve-and-refer-up'] : ['approve', 'refer-up'];
}

/** Signs the level's line; where it gives an award, its places are taken, or it is forbidden by the rule that bars it. */
function sign(draft: Draft, stage: DecisionStage, body: DecideBody, outcome: Outcome): StageVerdict | null {
  const award = outcome === 'NOT_QUALIFIED' ? null : awardDecided(stage, draft.context.rules, draft.file.award);
  const signedOn = body.signedOn ?? today(draft.context);
  const paper = body.number === null ? null : { number: body.number, signedOn };
  if (award !== null && livingOnly(draft, award)) return { then: 'forbid', code: 'NOT_POSTHUMOUS' };
  const code =
    (paper && numberRefusal(draft, stage, paper)) ??
    (award === null ? null : takePlaces(draft, { key: award, level: stage.level, signedOn }));
  if (code) return { then: 'forbid', code };
  const signer = draft.file.tasks.find(({ id }) => id === body.taskId);
  draft.addLine({
    level: stage.level,
    outcome,
    award,
    issuer: draft.postMeant(stage.authority),
    signerId: signer?.personId ?? '',
    number: body.number,
    numberScope: paper && scopeOfNumber(draft, stage, paper),
    signedOn,
    actId: draft.act?.id ?? '',
  });
  return null;
}

/** The level's authority decides: four outcomes, not two. */
export const decisionStage: StageRules<'decision'> = {
  open(draft, stage) {
    const assignee = draft.assignee(draft.postMeant(stage.authority));
    const choices = choicesOf(draft, stage);
    draft.openTask({ stage: stage.key, kind: 'decision', level: stage.level, seat: 0, choices, assignee });
    return WAIT;
  },
  decide(draft, stage, _task, body) {
    switch (body.choice) {
      case 'return':
        return RETURN_TO_NOMINATOR;
      case 'refer-up':
        return { then: 'refer-up', outcome: 'REFER_UP' };
      case 'approve':
        return sign(draft, stage, body, 'AWARD_HERE') ?? { then: 'award' };
      case 'approve-and-refer-up':
        return sign(draft, stage, body, 'AWARD_HERE_AND_REFER_UP') ?? { then: 'refer-up', outcome: 'AWARD_HERE_AND_REFER_UP' };
      case 'reject':
        return sign(draft, stage, body, 'NOT_QUALIFIED') ?? { then: 'refuse', state: 'NOT_QUALIFIED', rule: null };
      default:
        return NOT_OFFERED;
    }
  },
};
