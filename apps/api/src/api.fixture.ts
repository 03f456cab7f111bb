import type { ActStatus, Confirmation, NewAct, SubmitDecisionInput } from '@laurel/contracts';
import { tokenHash, type Grants, type TaskPageData } from '@laurel/db';
import { createLogger } from '@laurel/observability';
import { FREELY_GIVEN, type RuleSet, type Text } from '@laurel/domain';
import type { ApiParts } from './parts/parts.ts';

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
export const KEY = 'lrl_spec';

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
    person: { id: 'hoa', fullName: 'Nguyễn Thị Hoa', language: 'vi' },
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

/** Act rows in memory, with what was asked of the workflow. */
export class FakeDesk {
  readonly written: NewAct[] = [];
  readonly told: SubmitDecisionInput[] = [];
  status: ActStatus = { id: 'act-1', state: 'pending', refusal: null, seq: null, settledAt: null };
  confirmation: Confirmation = { recorded: true, seq: 3, recordedAt: Date.parse('2026-11-22T02:00:00Z') };

  readonly acts: ApiParts['acts'] = {
    write: (act) => {
      this.written.push(act);
      return Promise.resolve(this.status);
    },
    statusOf: () => Promise.resolve(this.status),
    refuse: (_, refusal) => {
      this.status = { ...this.status, state: 'refused', refusal };
      return Promise.resolve();
    },
  };

  readonly gateway: ApiParts['gateway'] = {
    submitDecision: (_, input) => {
      this.told.push(input);
      return Promise.resolve(this.confirmation);
    },
    submitAct: () => Promise.resolve(this.confirmation),
    startNomination: () => Promise.resolve(),
    signalAct: () => Promise.resolve('told'),
    ping: () => Promise.resolve(true),
  };
}

export interface FakeWorld {
  readonly desk?: FakeDesk;
  readonly page?: () => TaskPageData | null;
  readonly grants?: Grants;
  readonly parts?: Partial<ApiParts>;
}

const ALL: Grants = { scopes: ['events:write', 'nominations:read', 'operations:read', 'operations:act', 'campaigns:write', 'holds:write'] };

const taskPagesOf = (page: () => TaskPageData | null): ApiParts['taskPages'] => ({
  byTokenHash: (hash) => Promise.resolve(hash === tokenHash(TOKEN) ? page() : null),
  byTaskId: () => Promise.resolve(page()),
  received: () => Promise.resolve(new Set<string>()),
  colleagues: () => Promise.resolve([{ id: 'binh', fullName: 'Trần Văn Bình', title: both('Phó'), unit: 'p' }]),
  personMeant: (_, to) => Promise.resolve(to === 'binh' ? { id: 'binh', fullName: 'Trần Văn Bình' } : null),
});

/** Parts for specs: everything in memory, one key that may do what `grants` say. */
export function fakeParts({ desk = new FakeDesk(), page = () => taskPage(), grants = ALL, parts = {} }: FakeWorld = {}): ApiParts {
  return {
    settings: {
      PUBLIC_URL: 'http://localhost:3000',
      NOT_CONFIRMED_AFTER_MS: 500,
      EVENT_LIMIT_BYTES: 10_000,
      DOCUMENT_LIMIT_BYTES: 200_000,
      RATE_LIMIT_PER_MINUTE: 50,
    },
    logger: createLogger('api', 'silent'),
    acts: desk.acts,
    gateway: desk.gateway,
    intake: {
      accept: (event) =>
        Promise.resolve({
          is: 'accepted',
          nominationId: event.type === 'laurel.nomination.submitted.v1' ? `n-${event.id}` : null,
          repeated: false,
        }),
    },
    keys: { principalOf: (key) => Promise.resolve(key === KEY ? { keyId: 'k1', name: 'spec', grants } : null) },
    documents: { put: () => Promise.resolve('stored'), get: () => Promise.resolve(null), declaredName: () => Promise.resolve(null) },
    nominations: {
      view: () => Promise.resolve(null),
      unitOf: () => Promise.resolve(null),
      timeline: () => Promise.resolve([]),
      list: () => Promise.resolve({ items: [], nextCursor: null }),
    },
    titles: { rows: () => Promise.resolve([]) },
    taskPages: taskPagesOf(page),
    stuck: { findings: () => Promise.resolve([]), waiting: () => Promise.resolve({ events: 0, acts: 0 }) },
    remedies: {
      claim: () => Promise.resolve({ is: 'new', id: 'r1' }),
      finish: () => Promise.resolve(),
      openTasks: () => Promise.resolve([]),
      nominationOfEvent: () => Promise.resolve(undefined),
      retryNow: () => Promise.resolve(1),
      resendMail: () => Promise.resolve(0),
      substitute: () => Promise.resolve(),
    },
    health: { canStore: () => Promise.resolve(true), loops: () => Promise.resolve([]), mailChannel: () => Promise.resolve(null) },
    nudge: () => undefined,
    close: () => Promise.resolve(),
    ...parts,
  };
}
