import { NOT_OFFERED, offered, passed, RETURN_TO_NOMINATOR, WAIT, type StageRules } from './stage-rules.ts';

/** One post finds the nomination eligible, or ineligible under a ground that it names, or returns it for completion. */
export const appraisalStage: StageRules<'appraisal'> = {
  open(draft, stage) {
    const choices = offered(draft, ['eligible', 'ineligible', 'return', ...(stage.allowDelegation ? (['delegate'] as const) : [])]);
    const assignee = draft.assignee(draft.postMeant(stage.appraiser));
    draft.openTask({ stage: stage.key, kind: 'appraisal', level: stage.level, seat: 0, choices, assignee });
    return WAIT;
  },
  decide(draft, stage, _task, body) {
    if (body.choice === 'return') return RETURN_TO_NOMINATOR;
    if (body.choice === 'eligible') {
      draft.tell('laurel.nomination.appraised.v1', { eligible: true, rule: null });
      return passed(draft);
    }
    if (body.choice !== 'ineligible') return NOT_OFFERED;
    const ground = stage.grounds.find(({ rule }) => rule === body.rule);
    if (!ground) return { then: 'forbid', code: 'RULE_REQUIRED' };
    draft.set({ ineligibleRule: ground.rule });
    return { then: 'refuse', state: 'INELIGIBLE', rule: ground.text };
  },
};
