import { tokenHash, type Reachable, type TaskPageData } from '@laurel/db';
import { FREELY_GIVEN, type RuleSet, type Text } from '@laurel/domain';
import type { ApiParts } from '../parts/parts.ts';

const both = (text: string): Text => ({ vi: text, en: text });

const wait = { clock: { mode: 'working-days', days: 5, countStartDay: false }, remindAt: [-1], escalateAfter: 2, closesAfter: 3 } as const;

/** Two levels: a ward endorses, a district awards. */
export const RULES: RuleSet = {
  programme: 'ntvt',
  version: '1',
  name: both('NTVT'),
  validFrom: '2022-01-01',
  validTo: null,
  source: 'spec',
  calendar: {
    id: 'vn',
    version: '1',
    days: { kind: 'civil', zone: 'Asia/Ho_Chi_Minh' },
    weekend: [6, 7],
    holidays: [],
    swapDays: [],
    covered: 'all',
    office: { dayOpens: '08:00', dayCloses: '17:00', mailAt: '08:00' },
  },
  levels: [
    { key: 'ward', name: { vi: 'Phường', en: 'Ward' }, awards: false },
    { key: 'district', name: { vi: 'Quận', en: 'District' }, awards: true },
  ],
  awards: [
    {
      key: 'a',
      name: { vi: 'Người tốt', en: 'Good person' },
      level: 'district',
      issuer: 'd/chair',
      recipientKinds: ['individual'],
      exclusionGroup: null,
      ...FREELY_GIVEN,
    },
  ],
  exclusionGroups: [],
  councils: [],
  routes: [],
  completion: { maxReturns: 1, wait },
  stages: [
    {
      kind: 'intake',
      key: 'intake',
      level: 'ward',
      requiredDocuments: [{ kind: 'report', name: { vi: 'Báo cáo', en: 'Report' } }],
      declarationSuffices: true,
      excludedBases: [],
    },
    {
      kind: 'review',
      key: 'review',
      level: 'ward',
      reviewers: ['@unit/head'],
      rule: { kind: 'one' },
      wait,
      timeout: { kind: 'lapse' },
      allowDelegation: true,
    },
    {
      kind: 'decision',
      key: 'decision',
      level: 'district',
      authority: 'd/chair',
      award: 'a',
      mayReferUp: false,
      wait,
      timeout: { kind: 'hand-over', to: 'superior' },
      allowDelegation: false,
    },
  ],
  withdrawUntil: 'decided',
};

export const TOKEN = 'k'.repeat(43);

/** An open review of a ward's head. */
export function taskPage(change: Partial<TaskPageData> = {}): TaskPageData {
  return {
    id: 'n1-1-0',
    nominationId: 'n1',
    kind: 'review',
    state: 'open',
    stage: 'review',
    choices: ['approve', 'reject', 'return', 'delegate'],
    openedAt: Date.parse('2026-11-20T01:00:00Z'),
    dueAt: Date.parse('2096-11-27T10:00:00Z'),
    closesAt: Date.parse('2096-12-02T10:00:00Z'),
    post: { key: 'p/head', title: { vi: 'Trưởng phường', en: 'Head of ward' }, unit: 'p' },
    person: { id: 'hoa', fullName: 'Nguyễn Thị Hoa', language: 'vi', email: 'hoa@example.vn', reminders: 'each' },
    seat: 0,
    granted: 0,
    actingFor: null,
    closure: null,
    own: null,
    rules: RULES,
    nomination: {
      state: 'RECEIVED',
      held: false,
      programme: 'ntvt',
      campaign: '2022',
      submission: '12/TTr',
      level: 'ward',
      award: 'a',
      unit: both('Phường 01'),
      nominee: { kind: 'individual', fullName: 'Bùi <Mỹ> Vân', birthYear: 1975 },
      achievement: { title: 'Cứu người', summary: '', from: '2022-03-01', to: '2022-03-15' },
      documents: [{ kind: 'report', name: 'bao-cao.pdf', sha256: 'a'.repeat(64) }],
      returnReason: null,
    },
    ...change,
  };
}

const BINH: Reachable = {
  programme: 'ntvt',
  id: 'binh',
  fullName: 'Trần Văn Bình',
  email: 'binh@example.vn',
  language: 'vi',
  reminders: 'each',
};

/** One task behind one token, or whatever `page` gives; no other link leads anywhere. */
export const taskPagesOf = (page: () => TaskPageData | null): ApiParts['taskPages'] => ({
  byTokenHash: (hash) => Promise.resolve(hash === tokenHash(TOKEN) ? page() : null),
  byTaskId: () => Promise.resolve(page()),
  received: () => Promise.resolve(new Set<string>()),
  colleagues: () => Promise.resolve([{ id: 'binh', fullName: 'Trần Văn Bình', title: both('Phó'), unit: 'p' }]),
  personMeant: (_, to) => Promise.resolve(to === 'binh' ? BINH : null),
  opinions: () => Promise.resolve([]),
  feedback: () => Promise.resolve(null),
  complaint: () => Promise.resolve(null),
  numbered: () => Promise.resolve(null),
  share: () => Promise.resolve(null),
  superiorOf: () => Promise.resolve(null),
});
