import type { ActStatus, Confirmation, NewAct, SubmitDecisionInput } from '@laurel/contracts';
import { tokenHash, type Grants, type Reachable, type TaskPageData } from '@laurel/db';
import { createLogger } from '@laurel/observability';
import { FREELY_GIVEN, type RuleSet, type Text } from '@laurel/domain';
import { IDLE, operationsInMemory } from './operations/operations.fixture.ts';
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

/** Act rows in memory, with what was asked of the workflow. */
export class FakeDesk {
  readonly written: NewAct[] = [];
  readonly told: SubmitDecisionInput[] = [];
  status: ActStatus = { id: '01HZZZZZZZZZZZZZ01HZACT1', state: 'pending', refusal: null, seq: null, settledAt: null };
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
    takeUp: () => Promise.resolve(),
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

const BINH: Reachable = {
  programme: 'ntvt',
  id: 'binh',
  fullName: 'Trần Văn Bình',
  email: 'binh@example.vn',
  language: 'vi',
  reminders: 'each',
};

const taskPagesOf = (page: () => TaskPageData | null): ApiParts['taskPages'] => ({
  byTokenHash: (hash) => Promise.resolve(hash === tokenHash(TOKEN) ? page() : null),
  byTaskId: () => Promise.resolve(page()),
  received: () => Promise.resolve(new Set<string>()),
  colleagues: () => Promise.resolve([{ id: 'binh', fullName: 'Trần Văn Bình', title: both('Phó'), unit: 'p' }]),
  personMeant: (_, to) => Promise.resolve(to === 'binh' ? BINH : null),
  opinions: () => Promise.resolve([]),
  feedback: () => Promise.resolve(null),
  superiorOf: () => Promise.resolve(null),
});

/** Nobody is signed in, and nobody can. */
const NO_SESSIONS: ApiParts['signIn'] = {
  hasOidc: false,
  visitorOf: () => Promise.resolve(null),
  sendCode: () => Promise.resolve(),
  enterWithCode: () => Promise.resolve(null),
  enterWithInvitation: () => Promise.resolve(null),
  oidcAddress: () => Promise.resolve(null),
  enterWithOidc: () => Promise.resolve({ cookies: [], location: '/' }),
  leave: () => Promise.resolve({ cookies: [] }),
  sessions: () => Promise.resolve([]),
  revoke: () => Promise.resolve(false),
  csrfOf: () => 'csrf-of-nobody',
};

const NOTHING: Awaited<ReturnType<ApiParts['console']['overview']['of']>> = {
  asOf: '2026-11-22T00:00:00.000Z',
  total: 0,
  open: 0,
  late: 0,
  held: 0,
  dueThisWeek: 0,
  decided: 0,
  standing: [],
  states: [],
  dueByDay: [],
  decidedByDay: [],
  campaigns: [],
};

const EMPTY_CONSOLE: ApiParts['console'] = {
  search: { page: () => Promise.resolve({ items: [], nextCursor: null }), total: () => Promise.resolve({ count: 0, exact: true }) },
  overview: { of: () => Promise.resolve(NOTHING) },
  cases: {
    of: () => Promise.resolve(null),
    homeOf: () => Promise.resolve(null),
    mails: () => Promise.resolve([]),
    timeline: () => Promise.resolve([]),
  },
  lists: {
    versions: () => Promise.resolve([]),
    campaigns: () => Promise.resolve([]),
    units: () => Promise.resolve([]),
    directoryVersion: () => Promise.resolve(0),
    people: () => Promise.resolve([]),
  },
  audit: { page: () => Promise.resolve({ entries: [], nextCursor: null }) },
  directory: { at: () => Promise.reject(new Error('no directory in this spec')) },
  rules: {
    publish: () => Promise.resolve(),
    publishCalendar: () => Promise.resolve(),
    ruleSet: () => Promise.resolve(RULES),
    calendar: () => Promise.resolve(RULES.calendar),
  },
};

/** No council sits. */
const councilParts: Pick<ApiParts, 'sessions' | 'sessionList' | 'sessionRequests' | 'attendance' | 'ballots' | 'agendas'> = {
  sessions: { create: () => Promise.resolve({ is: 'created' }), load: () => Promise.resolve(null), seatOf: () => Promise.resolve(null) },
  sessionList: { list: () => Promise.resolve([]) },
  sessionRequests: { request: () => Promise.resolve(false) },
  attendance: {
    attend: () => Promise.resolve(null),
    recuse: () => Promise.resolve(null),
    lift: () => Promise.resolve(null),
    isPerson: () => Promise.resolve(true),
  },
  ballots: { cast: () => Promise.resolve({ is: 'closed' }), receipt: () => Promise.resolve(null) },
  agendas: {
    season: () => Promise.resolve(null),
    candidates: () => Promise.resolve([]),
    ruleSet: () => Promise.resolve(RULES),
    calendar: () => Promise.resolve(RULES.calendar),
    directory: () => Promise.reject(new Error('No council sits')),
  },
};

/** Parts for specs: everything in memory, one key that may do what `grants` say. */
export function fakeParts({ desk = new FakeDesk(), page = () => taskPage(), grants = ALL, parts = {} }: FakeWorld = {}): ApiParts {
  return {
    settings: {
      PUBLIC_URL: 'http://localhost:3000',
      TEMPORAL_NAMESPACE: 'default',
      HSTS_SECONDS: 0,
      CONSOLE_DIR: 'no-console-here',
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
    signIn: NO_SESSIONS,
    access: {
      identityOf: (email) => Promise.resolve({ email, people: [], roles: [], units: [] }),
      grants: () => Promise.resolve([]),
      grant: () => Promise.resolve('g1'),
      end: () => Promise.resolve(false),
      invite: () => Promise.resolve(),
      audit: () => Promise.resolve(),
    },
    actionKeys: { claim: () => Promise.resolve({ is: 'new' }), finish: () => Promise.resolve() },
    console: EMPTY_CONSOLE,
    workflows: {
      examine: (nominationId) => Promise.resolve({ nominationId, workflow: 'missing', task: null, activities: [], pinnedTo: null }),
    },
    documents: { put: () => Promise.resolve('stored'), get: () => Promise.resolve(null), declaredName: () => Promise.resolve(null) },
    nominations: {
      view: () => Promise.resolve(null),
      homeOf: () => Promise.resolve(null),
      timeline: () => Promise.resolve([]),
      list: () => Promise.resolve({ items: [], nextCursor: null }),
    },
    notices: { notice: () => Promise.resolve(null), keep: () => Promise.resolve('over') },
    titles: { rows: () => Promise.resolve([]) },
    nominees: {
      view: () => Promise.resolve(null),
      search: () => Promise.resolve([]),
      proposals: () => Promise.resolve(null),
      suspected: () => Promise.resolve([]),
      merge: () => Promise.resolve('done'),
      unmerge: () => Promise.resolve('done'),
    },
    aftermath: {
      linesOf: () => Promise.resolve([]),
      recallHome: () => Promise.resolve(null),
      reexaminationHome: () => Promise.resolve(null),
      recover: () => Promise.resolve(),
      settle: () => Promise.resolve(),
    },
    taskPages: taskPagesOf(page),
    mailedLinks: { byHash: () => Promise.resolve(null), personOf: () => Promise.resolve(null), waiting: () => Promise.resolve([]) },
    objections: {
      object: ({ taskId }) => Promise.resolve(`objection-${taskId}`),
      byTask: () => Promise.resolve(null),
      open: () => Promise.resolve([]),
      settle: () => Promise.resolve(null),
    },
    codes: { issue: () => Promise.resolve('sent'), redeem: () => Promise.resolve(null), holds: () => Promise.resolve(false) },
    wishes: { change: () => Promise.resolve() },
    linkTo: (linkId) => `http://localhost:3000/t/${linkId}`,
    operations: operationsInMemory(),
    health: {
      canStore: () => Promise.resolve(true),
      loops: () => Promise.resolve([]),
      mailChannel: () => Promise.resolve(null),
      flow: () => Promise.resolve(IDLE),
    },
    ...councilParts,
    nudge: () => undefined,
    close: () => Promise.resolve(),
    ...parts,
  };
}
