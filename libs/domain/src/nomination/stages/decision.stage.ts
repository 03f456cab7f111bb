import { civilDateOf } from '../../calendar/index.ts';
import { postOf } from '../../people/directory.ts';
import { awardDecided } from '../../route/routes.ts';
import type { DecisionStage } from '../../route/rule-set.ts';
import type { IsoDate } from '../../time.ts';
import type { Choice, Outcome } from '../case-file.ts';
import type { Draft } from '../draft.ts';
import { offered, RETURN_TO_NOMINATOR, WAIT, type DecideBody, type StageRules } from './stage-rules.ts';

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

/** The date that a paper signed now bears; a calendar of fixed days has no zone of its own. */
function today(draft: Draft): IsoDate {
  const { days } = draft.context.calendar;
  return civilDateOf(days.kind === 'civil' ? days.zone : 'UTC', draft.at);
}

function sign(draft: Draft, stage: DecisionStage, body: DecideBody, outcome: Outcome): void {
  const signer = draft.file.tasks.find(({ id }) => id === body.taskId);
  draft.addLine({
    level: stage.level,
    outcome,
    award: outcome === 'NOT_QUALIFIED' ? null : awardDecided(stage, draft.context.rules, draft.file.award),
    issuer: postOf(stage.authority, draft.file.unit),
    signerId: signer?.personId ?? '',
    number: body.number,
    signedOn: body.signedOn ?? today(draft),
    actId: draft.act?.id ?? '',
  });
}

/** The level's authority decides: four outcomes, not two. */
export const decisionStage: StageRules<'decision'> = {
  open(draft, stage) {
    const assignee = draft.assignee(postOf(stage.authority, draft.file.unit));
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
        sign(draft, stage, body, 'AWARD_HERE');
        return { then: 'award' };
      case 'approve-and-refer-up':
        sign(draft, stage, body, 'AWARD_HERE_AND_REFER_UP');
        return { then: 'refer-up', outcome: 'AWARD_HERE_AND_REFER_UP' };
      case 'reject':
        sign(draft, stage, body, 'NOT_QUALIFIED');
        return { then: 'refuse', state: 'NOT_QUALIFIED', rule: null };
    }
  },
};
