import type { ApiParts } from '../parts/parts.ts';
import { RULES } from '../tasks/task-page.fixture.ts';

const NOTHING: Awaited<ReturnType<ApiParts['console']['overview']['of']>> = {
  asOf: '2026-11-22T00:00:00.000Z',
  total: 0,
  open: 0,
  late: 0,
  held: 0,
  dueThisWeek: 0,
  decided: 0,
  standing: [],
  endings: [],
  dueByDay: [],
  decidedByDay: [],
  campaigns: [],
};

/** A console of a programme in which nothing has happened yet. */
export const EMPTY_CONSOLE: ApiParts['console'] = {
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
    homeOfTask: () => Promise.resolve(null),
  },
  audit: { page: () => Promise.resolve({ entries: [], nextCursor: null }) },
  grants: { page: () => Promise.resolve({ items: [], nextCursor: null }), all: () => Promise.resolve([]) },
  directory: { at: () => Promise.reject(new Error('no directory in this spec')) },
  rules: {
    publish: () => Promise.resolve(),
    publishCalendar: () => Promise.resolve(),
    publishedCalendar: () => Promise.resolve(null),
    ruleSet: () => Promise.resolve(RULES),
    calendar: () => Promise.resolve(RULES.calendar),
  },
};
