import type { ActBody } from '../act.ts';
import type { CaseFile, RefusalCode } from '../case-file.ts';
import { enterStage } from '../course.ts';
import type { Draft } from '../draft.ts';
import { barredFromRevival } from '../registry.ts';
import { isHeard } from './complain.ts';
import { isNomineeHeld, revive } from './revive.ts';

type Reopen = Extract<ActBody, { kind: 'reopen' }>;

/** True while an award given in this case holds: it is taken back by revocation, never by reopening. */
export function awardHolds({ state, outcomes }: CaseFile): boolean {
  if (state === 'REVOKED') return false;
  return state === 'CONFERRED' || state === 'DECIDED' || outcomes.some(({ outcome }) => outcome.startsWith('AWARD_HERE'));
}

/**
 * Whether the level lies above the first award that was taken back: the case has not been there, or was there with an award
 * behind it that no longer holds.
 */
function isAboveRevoked({ file, context }: Draft, level: string): boolean {
  const revoked = file.state === 'REVOKED' ? file.outcomes.find(({ outcome }) => outcome.startsWith('AWARD_HERE')) : undefined;
  const order = context.rules.levels.map(({ key }) => key);
  return revoked !== undefined && order.indexOf(level) > order.indexOf(revoked.level);
}

/** Why the case cannot go back to this stage now; null when it can. */
export function refusalOfReopening(draft: Draft, key: string): RefusalCode | null {
  const { file, context } = draft;
  const index = context.rules.stages.findIndex((stage) => stage.key === key);
  const stage = context.rules.stages[index];
  if (!draft.act?.reason?.trim()) return 'REASON_REQUIRED';
  if (!stage || stage.kind === 'publication' || index > file.stageIndex || file.state === 'SUBMITTED') return 'INVALID_ACT';
  if (isAboveRevoked(draft, stage.level)) return 'INVALID_ACT';
  if (file.holds.length > 0 || isNomineeHeld(context)) return 'HELD';
  if (awardHolds(file)) return 'AWARD_STANDS';
  if (isHeard(file)) return 'COMPLAINT_HEARD';
  return barredFromRevival(draft);
}

/**
 * Goes back to a stage that the case has been in, also after its end. Nothing is deleted: what was decided since then is
 * superseded. The award must still be possible: its rules and its cap are asked again.
 */
export function reopen(draft: Draft, { stage: key }: Reopen): RefusalCode | null {
  const { file, context } = draft;
  const { stages, levels } = context.rules;
  const refused = refusalOfReopening(draft, key);
  const index = stages.findIndex((stage) => stage.key === key);
  const stage = stages[index];
  if (refused || !stage) return refused ?? 'INVALID_ACT';
  const from = levels.findIndex(({ key: level }) => level === stage.level);
  revive(
    draft,
    levels.slice(from).map(({ key: level }) => level),
  );
  draft.record('reopened', { stage: key, from: file.state });
  draft.tell('laurel.nomination.reopened.v1', { stage: key });
  return enterStage(draft, index);
}
