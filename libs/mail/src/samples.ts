import type { ClaimedMail, NominationMailContent } from '@laurel/contracts';
import type { Sample } from './sample.ts';
import { otherSamples } from './samples.other.ts';
import type { ComplaintOutcome, Language, MailOccasion, NominationState, Text } from '@laurel/domain';

/** A mail with synthetic content, for specs and for looking at. */
export interface SampleMail {
  readonly name: string;
  readonly mail: ClaimedMail;
  readonly link: string | null;
  readonly now: number;
}

/** 2026-09-01 09:00 in Việt Nam, a Tuesday. */
const now = Date.UTC(2026, 8, 1, 2);
const hour = 3_600_000;
const token = 'qH3v0mB1yTzX8Kc5nWfRj2aLsE7uPdGi4oVtCkQe9Zw';

const completion: MailOccasion = {
  is: 'completion',
  missing: [
    { vi: 'Bản tóm tắt thành tích có xác nhận của tổ dân phố', en: 'Summary of achievements confirmed by the neighbourhood group' },
    { vi: 'Biên bản họp bình xét của phường', en: 'Minutes of the ward meeting' },
  ],
  reason: 'Bản tóm tắt chưa có chữ ký.\nBiên bản họp ghi sai ngày, xin lập lại.',
};

const ground: Text = { vi: 'Xét sai trình tự, thủ tục', en: 'The procedure was not followed' };
const complaint: MailOccasion = { is: 'complaint', ground, instance: 1 };

function settled(outcome: ComplaintOutcome, instance: 1 | 2 = 1): MailOccasion {
  const secondUntil = outcome === 'dismissed' && instance === 1 ? now + 720 * hour : null;
  return {
    is: 'complaint-settled',
    outcome,
    ground,
    instance,
    reason: 'Đã kiểm tra biên bản: việc lấy ý kiến đúng quy định.',
    secondUntil,
  };
}

function result(state: NominationState, more: { readonly rule?: Text; readonly reason?: string } = {}): MailOccasion {
  return { is: 'result', state, rule: more.rule ?? null, reason: more.reason ?? null };
}

const samples: readonly Sample[] = [
  { name: 'assignment-review', kind: 'assignment', dueInHours: 80 },
  {
    name: 'assignment-review-substitute',
    kind: 'assignment',
    dueInHours: 80,
    content: { actingFor: 'Đặng Quốc Bảo', otherwise: 'hand-over' },
  },
  { name: 'assignment-review-no-due', kind: 'assignment', dueInHours: null, content: { otherwise: null, closesAt: null } },
  { name: 'assignment-completion', kind: 'assignment', dueInHours: 80, occasion: completion, content: { otherwise: 'lapse' } },
  { name: 'reminder-before', kind: 'reminder', occurrence: 0, dueInHours: 80 },
  { name: 'reminder-today', kind: 'reminder', occurrence: 2, dueInHours: 8 },
  { name: 'reminder-late', kind: 'reminder', occurrence: 3, dueInHours: -16 },
  { name: 'reminder-completion', kind: 'reminder', occurrence: 1, dueInHours: 80, occasion: completion, content: { otherwise: 'lapse' } },
  {
    name: 'escalation',
    kind: 'escalation',
    occurrence: 0,
    dueInHours: -40,
    content: { recipient: 'Phan Thị Mai', silent: 'Lê Hữu Phước' },
  },
  {
    name: 'escalation-completion',
    kind: 'escalation',
    occurrence: 0,
    dueInHours: -40,
    occasion: completion,
    content: { recipient: 'Phan Thị Mai', silent: 'Lê Hữu Phước', otherwise: 'lapse' },
  },
  { name: 'escalation-again', kind: 'escalation', occurrence: 1, dueInHours: -40 },
  { name: 'result-conferred', kind: 'result', dueInHours: null, occasion: result('CONFERRED') },
  {
    name: 'result-conferred-numbered',
    kind: 'result',
    dueInHours: null,
    occasion: { is: 'result', state: 'CONFERRED', rule: null, reason: null, decisionNumber: '4321/QĐ-UBND', signedOn: '2026-08-28' },
  },
  { name: 'result-revoked', kind: 'result', dueInHours: null, occasion: result('REVOKED', { reason: 'Kết luận thanh tra số 12.' }) },
  {
    name: 'result-not-qualified',
    kind: 'result',
    dueInHours: null,
    occasion: result('NOT_QUALIFIED', { reason: 'Thành tích chưa có tác dụng nêu gương trong phạm vi quận.' }),
  },
  {
    name: 'result-ineligible',
    kind: 'result',
    dueInHours: null,
    occasion: result('INELIGIBLE', {
      rule: { vi: 'Thành tích đã được khen thưởng ở hình thức khác', en: 'The achievement has already been rewarded in another form' },
    }),
  },
  { name: 'result-lapsed', kind: 'result', dueInHours: null, occasion: result('LAPSED') },
  { name: 'result-withdrawn', kind: 'result', dueInHours: null, occasion: result('WITHDRAWN', { reason: 'Đơn vị gửi nhầm hồ sơ.' }) },
  {
    name: 'result-terminated',
    kind: 'result',
    dueInHours: null,
    occasion: result('TERMINATED', { reason: 'Hồ sơ trùng với một hồ sơ khác.' }),
  },
  {
    name: 'confirmation',
    kind: 'confirmation',
    dueInHours: null,
    occasion: { is: 'confirmation', choice: 'approve', reference: '7K2M-9QH4', recordedAt: now - hour, objectUntil: now + 71 * hour },
  },
  {
    name: 'confirmation-complaint',
    kind: 'confirmation',
    dueInHours: null,
    occasion: {
      is: 'confirmation',
      choice: 'answer',
      about: 'complaint',
      reference: '7K2M-9QH4',
      recordedAt: now - hour,
      objectUntil: now + 71 * hour,
    },
  },
  { name: 'assignment-complaint', kind: 'assignment', dueInHours: 80, occasion: complaint, content: { otherwise: 'hand-over' } },
  {
    name: 'assignment-complaint-second',
    kind: 'assignment',
    dueInHours: 80,
    occasion: { is: 'complaint', ground, instance: 2 },
    content: { otherwise: 'hand-over' },
  },
  {
    name: 'reminder-complaint',
    kind: 'reminder',
    occurrence: 1,
    dueInHours: 8,
    occasion: complaint,
    content: { otherwise: 'hand-over' },
  },
  {
    name: 'escalation-complaint',
    kind: 'escalation',
    dueInHours: -40,
    occasion: complaint,
    content: { recipient: 'Phan Thị Mai', silent: 'Lê Hữu Phước', otherwise: 'hand-over' },
  },
  { name: 'result-complaint-dismissed', kind: 'result', dueInHours: null, occasion: settled('dismissed') },
  { name: 'result-complaint-upheld', kind: 'result', dueInHours: null, occasion: settled('upheld', 2) },
  { name: 'result-complaint-dropped', kind: 'result', dueInHours: null, occasion: settled('dropped') },
  { name: 'notice', kind: 'notice', dueInHours: null, occasion: { is: 'notice', endsAt: now + 240 * hour } },
  {
    name: 'notice-more-time',
    kind: 'notice',
    occurrence: 7,
    dueInHours: 120,
    occasion: { is: 'review' },
    content: { deadlineSequence: 7 },
  },
];

/** Every kind and variant in both languages. Names are invented. */
export function sampleMails(): SampleMail[] {
  return (['vi', 'en'] as const).flatMap((language) => [...samples, ...otherSamples].map((sample) => sampleOf(sample, language)));
}

function sampleOf(sample: Sample, language: Language): SampleMail {
  const name = `${sample.name}.${language}`;
  const isAboutNomination = sample.other === undefined;
  const isPublic = sample.occasion?.is === 'notice';
  const hasTask = isAboutNomination && sample.kind !== 'result' && !isPublic;
  const hasLink = hasTask || (sample.other !== undefined && sample.other.about !== 'account' && sample.other.about !== 'incident');
  const taskId = hasTask ? '01K3V7Q2M8RZ5T4NXB6WJ9YC0D-3-1' : null;
  return {
    name,
    mail: {
      id: `01SAMPLE-${name}`,
      kind: sample.kind,
      occurrence: sample.occurrence ?? 0,
      messageId: `<${name}@laurel.example.vn>`,
      to: 'nguoi-nhan@example.vn',
      language,
      nominationId: isAboutNomination ? '01K3V7Q2M8RZ5T4NXB6WJ9YC0D' : null,
      sessionId: sample.other?.about === 'session' ? '01K3V8SESSION' : null,
      taskId,
      linkId: hasLink ? (taskId ?? 'sample') : null,
      content: sample.other ?? contentOf(sample),
      attempts: 0,
      ambiguous: false,
    },
    link: linkOf(hasLink, isPublic),
    now,
  };
}

function linkOf(hasLink: boolean, isPublic: boolean): string | null {
  if (isPublic) return 'https://laurel.example.vn/n/01K3V7Q2M8RZ5T4NXB6WJ9YC0D';
  return hasLink ? `https://laurel.example.vn/t/${token}` : null;
}

function contentOf({ occasion, dueInHours, content }: Sample): NominationMailContent {
  const dueAt = dueInHours === undefined || dueInHours === null ? null : now + dueInHours * hour;
  return {
    about: 'nomination',
    occasion: occasion ?? { is: 'review' },
    programme: { vi: 'Người tốt, việc tốt 2026', en: 'Good People, Good Deeds 2026' },
    award: { vi: 'Người tốt, việc tốt cấp quận', en: 'Good Person, Good Deed of the district' },
    nominee: 'Nguyễn Thị Ngọc Huyền',
    achievement: 'Nhiều năm vận động bà con giữ gìn ngõ phố sạch đẹp, giúp đỡ người già neo đơn ở tổ dân phố số 7.',
    unit: { vi: 'Phường Mỹ Đình 1', en: 'Mỹ Đình 1 Ward' },
    level: { vi: 'Cấp quận', en: 'District' },
    recipient: 'Lê Hữu Phước',
    actingFor: null,
    dueAt,
    closesAt: dueAt === null ? null : dueAt + 120 * hour,
    otherwise: dueAt === null ? null : 'escalate-again',
    zone: 'Asia/Ho_Chi_Minh',
    silent: null,
    ...content,
  };
}
