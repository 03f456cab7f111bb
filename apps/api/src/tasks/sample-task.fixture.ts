import type { Reachable } from '@laurel/db';
import type { RuleSet, StageDef, Text } from '@laurel/domain';
import { RULES, taskPage } from './task-page.fixture.ts';

export const now = Date.now();
export const DAY = 86_400_000;
export const both = (vi: string, en: string): Text => ({ vi, en });
export const arrived = 'a'.repeat(64);

export const person: Reachable = {
  programme: 'ntvt',
  id: 'hoa',
  fullName: 'Nguyễn Thị Hoa',
  email: 'hoa@example.vn',
  language: 'vi',
  reminders: 'each',
};

const wait = { clock: { mode: 'working-days', days: 5, countStartDay: false }, remindAt: [-1], escalateAfter: 2, closesAfter: 3 } as const;

const appraisal: StageDef = {
  kind: 'appraisal',
  key: 'appraisal',
  level: 'ward',
  appraiser: 'p/head',
  grounds: [
    {
      rule: 'no-proof',
      text: both('Thành tích chưa có xác nhận của nơi cư trú', 'The achievement is not confirmed by the place of residence'),
    },
  ],
  wait,
  timeout: { kind: 'lapse' },
  allowDelegation: true,
  moreTime: { workingDays: 3, times: 2 },
};

export const rules: RuleSet = {
  ...RULES,
  name: both('Người tốt, việc tốt', 'Good People, Good Deeds'),
  levels: [
    { key: 'ward', name: both('Cấp phường', 'Ward'), awards: false },
    { key: 'district', name: both('Cấp quận', 'District'), awards: true },
  ],
  awards: RULES.awards.map((award) => ({ ...award, name: both('Người tốt, việc tốt cấp quận', 'Good Person, Good Deed of the district') })),
  stages: [
    ...RULES.stages.map((stage) => (stage.kind === 'review' ? { ...stage, moreTime: { workingDays: 3, times: 2 } } : stage)),
    appraisal,
  ],
  complaint: {
    grounds: [{ ground: 'procedure', text: both('Xét sai trình tự, thủ tục', 'The procedure was not followed') }],
    fileWithin: { mode: 'calendar-days', days: 90, countStartDay: false },
    handler: 'district/chairman',
    wait,
    second: null,
  },
};

/** A review as people meet it: whom it is about, for what, with which documents. */
export const base = taskPage({
  rules,
  dueAt: now + 4 * DAY,
  closesAt: now + 9 * DAY,
  actingFor: 'Đặng Quốc Bảo',
  nomination: {
    ...taskPage().nomination,
    unit: both('Phường Mỹ Đình 1', 'Mỹ Đình 1 Ward'),
    submission: '12/TTr-UBND',
    nominee: { kind: 'individual', fullName: 'Bùi Mỹ Vân', birthYear: 1975 },
    achievement: {
      title: 'Nhiều năm vận động bà con giữ gìn ngõ phố sạch đẹp, giúp đỡ người già neo đơn',
      summary:
        'Từ tháng 3 năm 2022, bà Vân vận động 42 hộ trong tổ dân phố số 7 quét dọn ngõ phố mỗi sáng thứ Bảy và thăm hỏi 11 cụ già sống một mình.',
      from: '2022-03-01',
      to: '2022-03-15',
    },
    documents: [
      { kind: 'report', name: 'bao-cao-thanh-tich.pdf', sha256: arrived },
      { kind: 'minutes', name: 'bien-ban-hop-binh-xet.pdf', sha256: 'b'.repeat(64) },
    ],
  },
});
