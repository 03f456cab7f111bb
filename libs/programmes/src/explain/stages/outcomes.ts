import { assertNever, type RuleSet, type StageDef, type Text, type TimeoutPolicy } from '@laurel/domain';
import { inSentence, text } from '../../words/text.ts';
import { lengthWords, timesMore } from '../../words/waits.ts';
import type { StageOutcome } from './stage-words.ts';

/** The name of a level; its key where the rules do not list it. */
export function levelName(rules: Pick<RuleSet, 'levels'>, key: string): Text {
  const found = rules.levels.find((level) => level.key === key);
  return inSentence(found?.name ?? text(key, key));
}

const PROPOSED = text('danh hiệu được đề nghị', 'the award that is proposed');

/** The name of an award as a stage gives it: by its key, or whichever is proposed. */
export function awardName(rules: RuleSet, key: string): Text {
  if (key === 'proposed') return PROPOSED;
  return rules.awards.find((award) => award.key === key)?.name ?? text(key, key);
}

/** The stage that follows in the list, or null at the end. */
export function stageAfter(rules: RuleSet, stage: StageDef): StageDef | null {
  return rules.stages[rules.stages.findIndex(({ key }) => key === stage.key) + 1] ?? null;
}

/** The next stage of a higher level. */
function levelAfter(rules: RuleSet, stage: StageDef): string | null {
  const index = rules.stages.findIndex(({ key }) => key === stage.key);
  return rules.stages.find((other, i) => i > index && other.level !== stage.level)?.level ?? null;
}

/** Goes on at the next stage, or up where that is of another level. */
export function goesOn(rules: RuleSet, stage: StageDef, when: Text): StageOutcome {
  const next = stageAfter(rules, stage);
  if (next === null || next.level === stage.level) return { leads: 'onward', when, then: text('sang bước sau', 'on to the next stage') };
  return goesUp(rules, stage, when);
}

/** The same nomination goes on at the next level. */
export function goesUp(rules: RuleSet, stage: StageDef, when: Text): StageOutcome {
  const level = levelName(rules, levelAfter(rules, stage) ?? stage.level);
  return { leads: 'up', when, then: text(`trình lên ${level.vi}`, `referred up (${level.en})`) };
}

/** A return to the nominator for completion; none where the programme returns nothing. */
export function returned({ completion }: RuleSet, when: Text): readonly StageOutcome[] {
  if (completion.maxReturns === 0) return [];
  const { clock } = completion.wait;
  const length = lengthWords(clock);
  const within = clock.mode === 'fixed-date' ? length : text(`trong ${length.vi}`, `within ${length.en}`);
  const then = text(
    `trả lại để bổ sung ${within.vi}, quá hạn thì hết hiệu lực`,
    `back to the nominator, to be completed ${within.en} or it lapses`,
  );
  return [{ leads: 'back', when, then }];
}

/** The nomination was considered and not found worthy. */
export function refused(when: Text): StageOutcome {
  return { leads: 'end', when, then: text('không đạt, khép hồ sơ', 'not qualified, the case ends') };
}

const SILENT = text('Không ai trả lời', 'Nobody answers');
const LAPSED: StageOutcome = { leads: 'end', when: SILENT, then: text('hết hiệu lực', 'lapses') };

function handedOver(to: 'superior' | 'substitute'): Text {
  return to === 'superior'
    ? text('chuyển cho cấp trên', 'goes to the superior')
    : text('chuyển cho người thay thế', 'goes to the substitute');
}

/** What silence leads to, in few words. */
export function silent(policy: TimeoutPolicy): StageOutcome {
  switch (policy.kind) {
    case 'lapse':
      return LAPSED;
    case 'hand-over':
      return { leads: 'again', when: SILENT, then: handedOver(policy.to) };
    case 'escalate-again': {
      const last = policy.then === 'lapse' ? LAPSED.then : handedOver('superior');
      const then = text(`đôn đốc thêm ${policy.times} lần, rồi ${last.vi}`, `pressed ${timesMore(policy.times)}, then ${last.en}`);
      return { leads: policy.then === 'lapse' ? 'end' : 'again', when: SILENT, then };
    }
    default:
      return assertNever(policy);
  }
}
