import type { AppraisalStage, ConsultationStage, NoticeStage, RuleSet, Text } from '@laurel/domain';
import { threeLevels, wait, type SeasonRules } from './rules.ts';

const same = (name: string): Text => ({ vi: name, en: name });
const place = { level: 'district' } as const;

/** The vice-chairman of the district checks the nomination against one ground, in three days. */
export function appraisal(changes: Partial<AppraisalStage> = {}): AppraisalStage {
  const grounds = [{ rule: 'violation', text: same('Vi phạm kỷ luật') }];
  const timeout = { kind: 'hand-over', to: 'superior' } as const;
  const own = {
    kind: 'appraisal',
    key: 'appraisal',
    appraiser: 'district/vice-chairman',
    grounds,
    timeout,
    allowDelegation: true,
  } as const;
  return { ...own, ...place, wait: wait(3), ...changes };
}

/** The unit's head and the city's vice-chairman are asked, five days; the vice-chairman of the district answers objections. */
export function consultation(changes: Partial<ConsultationStage> = {}): ConsultationStage {
  const bodies = ['@unit/head', 'city/vice-chairman'];
  const own = { kind: 'consultation', key: 'consultation', bodies, onSilence: 'agree', answeredBy: 'district/vice-chairman' } as const;
  return { ...own, ...place, wait: wait(5), answerWait: wait(2), ...changes };
}

/** Ten days before the public; the vice-chairman of the district answers within three. */
export function notice(changes: Partial<NoticeStage> = {}): NoticeStage {
  const clock = { mode: 'working-days', days: 10, countStartDay: true } as const;
  const own = { kind: 'notice', key: 'notice', secretariat: 'district/vice-chairman', endsBefore: 'decision' } as const;
  return { ...own, ...place, clock, answerWait: wait(3), ...changes };
}

/** What the stages before the decision are, where they differ from the usual. */
export interface FullReview extends SeasonRules {
  readonly appraisal?: Partial<AppraisalStage>;
  readonly consultation?: Partial<ConsultationStage>;
  readonly notice?: Partial<NoticeStage>;
}

/** The season of {@link threeLevels}, where the district appraises, consults and publishes before it decides. */
export function fullReview(options: FullReview = {}): RuleSet {
  const rules = threeLevels(options);
  const before = [appraisal(options.appraisal), consultation(options.consultation), notice(options.notice)];
  const stages = rules.stages.flatMap((stage) => (stage.key === 'district-decision' ? [...before, stage] : [stage]));
  return { ...rules, stages };
}
