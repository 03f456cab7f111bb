import type { Grants, TaskPageData } from '@laurel/db';
import { createLogger } from '@laurel/observability';
import { EMPTY_CONSOLE } from './console/console.fixture.ts';
import { IDLE, operationsInMemory } from './operations/operations.fixture.ts';
import type { ApiParts } from './parts/parts.ts';
import { FakeDesk } from './tasks/desk.fixture.ts';
import { RULES, taskPage, taskPagesOf } from './tasks/task-page.fixture.ts';

export { FakeDesk } from './tasks/desk.fixture.ts';
export { RULES, taskPage, TOKEN } from './tasks/task-page.fixture.ts';

export const KEY = 'lrl_spec';

export interface FakeWorld {
  readonly desk?: FakeDesk;
  readonly page?: () => TaskPageData | null;
  readonly grants?: Grants;
  readonly parts?: Partial<ApiParts>;
}

const ALL: Grants = { scopes: ['events:write', 'nominations:read', 'operations:read', 'operations:act', 'campaigns:write', 'holds:write'] };

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

/** No council sits. */
const councilParts: Pick<ApiParts, 'sessions' | 'sessionList' | 'sessionRequests' | 'attendance' | 'ballots' | 'agendas'> = {
  sessions: {
    create: () => Promise.resolve({ is: 'created' }),
    load: () => Promise.resolve(null),
    openVotes: () => Promise.resolve([]),
    seatOf: () => Promise.resolve(null),
  },
  sessionList: { list: () => Promise.resolve({ items: [], nextCursor: null }) },
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
    awaited: () => Promise.resolve([]),
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
    tracer: null,
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
      grant: () => Promise.resolve('g1'),
      end: () => Promise.resolve(false),
      invite: () => Promise.resolve(),
      audit: () => Promise.resolve(),
    },
    actionKeys: { claim: () => Promise.resolve({ is: 'new' }), finish: () => Promise.resolve() },
    console: EMPTY_CONSOLE,
    workflows: {
      examine: (nominationId) =>
        Promise.resolve({ nominationId, workflow: 'missing', task: null, problems: [], activities: [], pinnedTo: null }),
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
    timeliness: { rows: () => Promise.resolve([]) },
    nominees: {
      view: () => Promise.resolve(null),
      search: () => Promise.resolve({ items: [], nextCursor: null }),
      lookAlikes: () => Promise.resolve({ items: [], nextCursor: null }),
      proposals: () => Promise.resolve(null),
      suspected: () => Promise.resolve({ items: [], nextCursor: null }),
      merge: () => Promise.resolve('done'),
      unmerge: () => Promise.resolve('done'),
      different: () => Promise.resolve('done'),
      notDifferent: () => Promise.resolve('done'),
    },
    aftermath: {
      linesOf: () => Promise.resolve([]),
      unnumbered: () => Promise.resolve({ items: [], nextCursor: null }),
      complaints: () => Promise.resolve({ items: [], nextCursor: null }),
      grounds: () => Promise.resolve([]),
      recalls: () => Promise.resolve({ items: [], nextCursor: null }),
      reexaminations: () => Promise.resolve({ items: [], nextCursor: null }),
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
      open: () => Promise.resolve({ items: [], nextCursor: null }),
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
