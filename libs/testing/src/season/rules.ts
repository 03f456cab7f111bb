import {
  FREELY_GIVEN,
  type DecisionStage,
  type RuleSet,
  type StageDef,
  type Text,
  type TimeoutPolicy,
  type WaitRule,
  type WorkingCalendar,
} from '@laurel/domain';
import { steadyDays } from './calendar.ts';

const same = (name: string): Text => ({ vi: name, en: name });

/** Ten working days, reminders around the due day, escalation two days after it, closed three days later. */
export function wait(days: number, changes: Partial<WaitRule> = {}): WaitRule {
  const clock = { mode: 'working-days', days, countStartDay: false } as const;
  return { clock, remindAt: [-3, -1, 0, 1], escalateAfter: 2, closesAfter: 5, ...changes };
}

export interface SeasonRules {
  readonly calendar?: WorkingCalendar;
  /** Of the unit's review; by default its superior is asked. */
  readonly unitTimeout?: TimeoutPolicy;
  /** Of both decisions; by default they escalate twice, then their superiors are asked. */
  readonly decisionTimeout?: TimeoutPolicy;
  readonly unitWait?: WaitRule;
  readonly decisionWait?: WaitRule;
  readonly completionWait?: WaitRule;
}

const ESCALATE: TimeoutPolicy = { kind: 'escalate-again', times: 2, everyWorkingDays: 2, then: 'hand-over' };

/** A unit reviews, the district awards or refers up, the city awards; one report is required, one basis excluded. */
export function threeLevels(options: SeasonRules = {}): RuleSet {
  const level = (key: string, awards: boolean): RuleSet['levels'][number] => ({ key, name: same(key), awards });
  const award = (key: string): RuleSet['awards'][number] => ({
    key: `${key}-title`,
    name: same(`${key}-title`),
    level: key,
    issuer: `${key}/chairman`,
    recipientKinds: ['individual'],
    exclusionGroup: null,
    ...FREELY_GIVEN,
  });
  return {
    programme: 'season',
    version: '1',
    name: same('Mùa xét thử'),
    validFrom: '1970-01-01',
    validTo: null,
    source: 'đặt ra để thử',
    calendar: options.calendar ?? steadyDays(),
    levels: [level('unit', false), level('district', true), level('city', true)],
    awards: [award('district'), award('city')],
    exclusionGroups: [],
    councils: [],
    routes: [],
    completion: { maxReturns: 1, wait: options.completionWait ?? wait(5, { remindAt: [0], escalateAfter: null, closesAfter: 0 }) },
    stages: stagesOf(options),
    withdrawUntil: 'decided',
  };
}

function stagesOf(options: SeasonRules): readonly StageDef[] {
  const unitWait = options.unitWait ?? wait(5);
  const timeout = options.unitTimeout ?? { kind: 'hand-over', to: 'superior' };
  return [
    {
      kind: 'intake',
      key: 'intake',
      level: 'unit',
      declarationSuffices: true,
      requiredDocuments: [{ kind: 'achievement-report', name: same('Báo cáo thành tích') }],
      excludedBases: [{ basis: 'cumulative', rule: 'no-cumulative', text: same('Không xét thành tích cộng dồn') }],
    },
    {
      kind: 'review',
      key: 'unit-review',
      level: 'unit',
      reviewers: ['@unit/head'],
      rule: { kind: 'one' },
      wait: unitWait,
      timeout,
      allowDelegation: true,
    },
    decision('district', true, options),
    decision('city', false, options),
    { kind: 'publication', key: 'publication', level: 'city' },
  ];
}

function decision(level: string, mayReferUp: boolean, options: SeasonRules): DecisionStage {
  return {
    kind: 'decision',
    key: `${level}-decision`,
    level,
    authority: `${level}/chairman`,
    award: `${level}-title`,
    mayReferUp,
    wait: options.decisionWait ?? wait(10),
    timeout: options.decisionTimeout ?? ESCALATE,
    allowDelegation: true,
  };
}
