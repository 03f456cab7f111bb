import type { ReviewerRule, ReviewStage } from '../../route/rule-set.ts';
import type { Draft } from '../draft.ts';
import { roundOf } from '../round.ts';
import { closeTwins, NOT_OFFERED, offered, passed, RETURN_TO_NOMINATOR, WAIT, type StageRules } from './stage-rules.ts';

/** What a seat has said: null while it is silent. */
export type SeatChoice = 'approve' | 'reject' | null;

/**
 * Whether the seats have closed the stage. `one`: the first act decides; `all`: the first rejection closes, approval
 * needs every seat; `k-of-n`: approved at k, rejected when k can no longer be reached.
 */
export function tally(rule: ReviewerRule, seats: readonly SeatChoice[]): 'approved' | 'rejected' | 'open' {
  const approvals = seats.filter((seat) => seat === 'approve').length;
  const rejections = seats.filter((seat) => seat === 'reject').length;
  if (rule.kind === 'one' && rejections > 0) return 'rejected';
  const needed = neededApprovals(rule, seats.length);
  if (approvals >= needed) return 'approved';
  return seats.length - rejections < needed ? 'rejected' : 'open';
}

function neededApprovals(rule: ReviewerRule, seats: number): number {
  if (rule.kind === 'one') return 1;
  return rule.kind === 'all' ? seats : rule.k;
}

/** What each seat has said since the dossier was last returned. */
function seatsOf(draft: Draft, stage: ReviewStage): readonly SeatChoice[] {
  const { tasks } = draft.file;
  const round = roundOf(draft.file);
  return stage.reviewers.map((_, seat) => {
    const said = tasks.findLast(
      (task) => task.stage === stage.key && task.seat === seat && task.round === round && task.state === 'decided',
    );
    return said?.choice === 'approve' || said?.choice === 'reject' ? said.choice : null;
  });
}

/** Named reviewers agree or not; approval at a level that only endorses refers the nomination up. */
export const reviewStage: StageRules<'review'> = {
  open(draft, stage) {
    const choices = offered(draft, ['approve', 'reject', 'return', ...(stage.allowDelegation ? (['delegate'] as const) : [])]);
    stage.reviewers.forEach((reference, seat) => {
      const assignee = draft.assignee(draft.postMeant(reference));
      draft.openTask({ stage: stage.key, kind: 'review', level: stage.level, seat, choices, assignee });
    });
    return WAIT;
  },
  decide(draft, stage, task, body) {
    if (body.choice === 'return') return RETURN_TO_NOMINATOR;
    if (body.choice !== 'approve' && body.choice !== 'reject') return NOT_OFFERED;
    closeTwins(draft, task);
    const result = tally(stage.rule, seatsOf(draft, stage));
    if (result === 'open') return WAIT;
    if (result === 'rejected') return { then: 'refuse', state: 'NOT_QUALIFIED', rule: null };
    return passed(draft);
  },
};
