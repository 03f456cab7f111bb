import { vietNam, vn } from '../calendar/calendars.fixture.ts';
import type { WaitRule } from '../calendar/calendar.types.ts';
import {
  FREELY_GIVEN,
  type AppraisalStage,
  type ConsultationStage,
  type DecisionStage,
  type IntakeStage,
  type NoticeStage,
  type ReviewStage,
  type RuleSet,
  type StageDef,
  type TimeoutPolicy,
} from '../route/rule-set.ts';
import type { Text } from '../time.ts';
import type { CaseFile, DeclaredDocument } from './case-file.ts';

const text = (vi: string): Text => ({ vi, en: vi });

/** Wednesday: the review's five working days end on 11 June, its wait closes on 18 June. */
export const SUBMITTED_AT = vn('2025-06-04 10:00');
export const REPORT: DeclaredDocument = { kind: 'achievement-report', name: 'bao-cao.pdf', sha256: 'a'.repeat(64) };

export const wait = (days: number, changes: Partial<WaitRule> = {}): WaitRule => ({
  clock: { mode: 'working-days', days, countStartDay: false },
  remindAt: [-3, -1, 0, 1],
  escalateAfter: 2,
  closesAfter: 5,
  ...changes,
});

export const AGAIN: TimeoutPolicy = { kind: 'escalate-again', times: 2, everyWorkingDays: 2, then: 'hand-over' };

export function intake(changes: Partial<IntakeStage> = {}): IntakeStage {
  const excluded = { basis: 'cumulative', rule: 'no-cumulative', text: text('Không xét thành tích cộng dồn') } as const;
  const report = { kind: 'achievement-report', name: text('Báo cáo thành tích') };
  return {
    kind: 'intake',
    key: 'intake',
    level: 'grassroots',
    requiredDocuments: [report],
    declarationSuffices: true,
    excludedBases: [excluded],
    ...changes,
  };
}

export function review(changes: Partial<ReviewStage> = {}): ReviewStage {
  return {
    kind: 'review',
    key: 'unit-review',
    level: 'grassroots',
    reviewers: ['@unit/head'],
    rule: { kind: 'one' },
    wait: wait(5),
    timeout: { kind: 'hand-over', to: 'superior' },
    allowDelegation: true,
    ...changes,
  };
}

export const PANEL = ['district/member-1', 'district/member-2', 'district/member-3'];

/** Three members of the district look at the nomination before its chairman decides. */
export const panel = (rule: ReviewStage['rule'], changes: Partial<ReviewStage> = {}): ReviewStage =>
  review({ key: 'district-panel', level: 'district', reviewers: PANEL, rule, ...changes });

/** The district's emulation office checks the nomination against two grounds. */
export function appraisal(changes: Partial<AppraisalStage> = {}): AppraisalStage {
  return {
    kind: 'appraisal',
    key: 'district-appraisal',
    level: 'district',
    appraiser: 'district/emulation-office',
    grounds: [
      { rule: 'wrong-subject', text: text('Không đúng đối tượng') },
      { rule: 'violation', text: text('Vi phạm kỷ luật trong thời gian xét') },
    ],
    wait: wait(5),
    timeout: { kind: 'hand-over', to: 'superior' },
    allowDelegation: true,
    ...changes,
  };
}

/** Two members of the district are asked; the emulation office answers objections. */
export function consultation(changes: Partial<ConsultationStage> = {}): ConsultationStage {
  return {
    kind: 'consultation',
    key: 'district-consultation',
    level: 'district',
    bodies: ['district/member-1', 'district/member-2'],
    wait: wait(5),
    onSilence: 'agree',
    answeredBy: 'district/emulation-office',
    answerWait: wait(2),
    ...changes,
  };
}

/** Ten working days before the public, the day of publication counted. */
export function notice(changes: Partial<NoticeStage> = {}): NoticeStage {
  return {
    kind: 'notice',
    key: 'district-notice',
    level: 'district',
    clock: { mode: 'working-days', days: 10, countStartDay: true },
    secretariat: 'district/emulation-office',
    answerWait: wait(3),
    endsBefore: 'decision',
    ...changes,
  };
}

export function decision(level: 'district' | 'city', changes: Partial<DecisionStage> = {}): DecisionStage {
  return {
    kind: 'decision',
    key: `${level}-decision`,
    level,
    authority: `${level}/chairman`,
    award: `ntvt-${level}`,
    mayReferUp: level === 'district',
    wait: wait(10),
    timeout: AGAIN,
    allowDelegation: true,
    ...changes,
  };
}

export const publication: StageDef = { kind: 'publication', key: 'publication', level: 'city' };

/** The shape of the shipped programme of Nam Từ Liêm: unit, district, city. */
export function ruleSet(changes: Partial<RuleSet> = {}): RuleSet {
  const award = (level: string, exclusionGroup: string | null): RuleSet['awards'][number] => ({
    key: `ntvt-${level}`,
    name: text(`Người tốt, việc tốt (${level})`),
    level,
    issuer: `${level}/chairman`,
    recipientKinds: ['individual', 'collective', 'household'],
    exclusionGroup,
    ...FREELY_GIVEN,
  });
  return {
    programme: 'nam-tu-liem-ntvt',
    version: '2025.1',
    name: text('Người tốt, việc tốt'),
    validFrom: '2025-01-01',
    validTo: null,
    source: 'test',
    calendar: vietNam(),
    exclusionGroups: ['ntvt'],
    councils: [],
    routes: [],
    awards: [award('district', 'ntvt'), award('city', 'ntvt')],
    levels: ['grassroots', 'district', 'city'].map((key) => ({ key, name: text(key), awards: key !== 'grassroots' })),
    completion: { maxReturns: 1, wait: wait(5, { remindAt: [-1, 0], escalateAfter: null, closesAfter: 0 }) },
    stages: [intake(), review(), decision('district'), decision('city'), publication],
    withdrawUntil: 'decided',
    ...changes,
  };
}

/** The same route where a district title does not exclude a city title. */
export function ungrouped(changes: Partial<RuleSet> = {}): RuleSet {
  const rules = ruleSet(changes);
  return { ...rules, exclusionGroups: [], awards: rules.awards.map((award) => ({ ...award, exclusionGroup: null })) };
}

export function submitted(changes: Partial<CaseFile> = {}): CaseFile {
  return {
    nominationId: 'n1',
    seq: 0,
    state: 'SUBMITTED',
    stageIndex: -1,
    unit: 'phuong-01',
    officerId: 'can-bo',
    award: 'ntvt-district',
    basis: 'single-deed',
    stream: 'regular',
    recipientKind: 'individual',
    deceased: false,
    nomineeReference: null,
    conflicts: [],
    noticeEndsAt: null,
    feedbackReceived: 0,
    documents: [REPORT],
    receivedHashes: [],
    submittedAt: SUBMITTED_AT,
    campaignClosesAt: null,
    returns: 0,
    holds: [],
    outcomes: [],
    tasks: [],
    wait: null,
    suspended: null,
    endedAt: null,
    ineligibleRule: null,
    overrides: [],
    revivals: 0,
    complaint: null,
    calendarVersion: '1',
    ...changes,
  };
}

export { directory, type Staffing } from './people.fixture.ts';
