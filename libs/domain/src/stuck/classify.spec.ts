import { describe, expect, it } from '@jest/globals';
import { classify } from './classify.ts';
import type { Examined, ServerEvidence, StuckEvidence, Suspect, TableEvidence } from './stuck.types.ts';

const at = Date.parse('2026-11-22T03:00:00Z');
const ago = (seconds: number): number => at - seconds * 1_000;

const quiet: TableEvidence = {
  lastTurnAt: at,
  waiting: { events: 0, acts: 0 },
  channelDown: null,
  undeliverable: [],
  silent: [],
  dead: [],
  suspects: [],
  differences: [],
};
const well: ServerEvidence = {
  reachable: true,
  queue: { lastPollAt: ago(3), backlog: 0, backlogAgeMs: 0, builds: [] },
  examined: [],
  marked: [],
};

const evidence = (tables: Partial<TableEvidence>, server: Partial<ServerEvidence> = {}): StuckEvidence => ({
  at,
  tables: { ...quiet, ...tables },
  server: { ...well, ...server },
});
const late = (nominationId: string, step: Suspect['step'] = 'close'): Suspect => ({
  nominationId,
  programme: 'p',
  stage: 'review',
  step,
  since: ago(30),
});
const running = (nominationId: string, seen: Partial<Examined> = {}): Examined => ({
  nominationId,
  workflow: 'running',
  task: null,
  problems: [],
  activities: [],
  pinnedTo: null,
  ...seen,
});
const step = (change: Partial<Examined['activities'][number]>): Examined['activities'][number] => ({
  type: 'closeOverdue',
  attempt: 1,
  paused: false,
  lastFailure: null,
  nextAttemptAt: null,
  since: ago(30),
  ...change,
});
const keys = (given: StuckEvidence): readonly string[] => classify(given).map(({ groupKey }) => groupKey);
const cases = [{ nominationId: 'n1', eventId: null, since: ago(40) }];

describe('the classifier', () => {
  it('finds nothing where everything goes on or waits for a person inside its time', () => {
    expect(classify(evidence({}))).toEqual([]);
  });

  it('says in words what a failing step fails by, where people can mend it', () => {
    const blocked = step({ attempt: 4, lastFailure: 'CaseBlocked: NOBODY_HOLDS_POST: phuong-07/head' });
    expect(classify(evidence({ suspects: [late('a')] }, { examined: [running('a', { activities: [blocked] })] }))).toMatchObject([
      {
        class: 'ACTIVITY_RETRYING',
        cause: { vi: expect.stringContaining('“khép lại khi hết hạn”') },
        evidence: { vi: expect.stringContaining('phuong-07/head (chưa có ai giữ chức vụ này)') },
      },
    ]);
  });

  it('says by what failure the code fails, where a history tells it', () => {
    const marked = [{ nominationId: 'a', problems: ['cause=WorkflowTaskFailedCauseX'], paused: [], pinnedTo: null }];
    const taskFailures = [{ nominationId: 'a', attempt: 5, message: 'TypeError: standing is undefined', at: ago(40) }];
    const [group] = classify(evidence({}, { marked, taskFailures }));
    expect(group?.evidence.vi).toBe(`lần thử 5; lỗi: TypeError: standing is undefined; hỏng từ ${new Date(ago(40)).toISOString()}`);
    expect(classify(evidence({}, { marked, taskFailures: [] }))[0]?.evidence.en).toContain('list');
  });

  it('puts whoever is late without a worker under NO_WORKER and nowhere else', () => {
    const groups = classify(evidence({ lastTurnAt: ago(50), waiting: { events: 2, acts: 1 }, suspects: [late('a'), late('b')] }));
    expect(groups).toMatchObject([{ class: 'NO_WORKER', count: 3, since: ago(50), remedies: [] }]);
    expect(groups[0]?.cases.map(({ nominationId }) => nominationId)).toEqual(['a', 'b']);
    expect(keys(evidence({ lastTurnAt: ago(44) }))).toEqual([]);
    expect(keys(evidence({ lastTurnAt: null }))).toEqual(['NO_WORKER']);
  });

  it('sees that loops turn and nobody polls the queue', () => {
    const queue = { lastPollAt: ago(80), backlog: 4, backlogAgeMs: 5_000, builds: [] };
    expect(classify(evidence({}, { queue }))).toMatchObject([
      { class: 'NO_WORKER', since: ago(80), evidence: { vi: expect.stringContaining('4 việc'), en: expect.stringContaining('4 tasks') } },
    ]);
    expect(keys(evidence({}, { queue: { ...queue, lastPollAt: ago(60) } }))).toEqual([]);
    expect(keys(evidence({}, { queue: { ...queue, lastPollAt: ago(25), backlogAgeMs: 25_000 } }))).toEqual(['NO_WORKER']);
    expect(keys(evidence({}, { queue: { ...queue, lastPollAt: null } }))).toEqual(['NO_WORKER']);
  });

  it('gives a worker that has just started half a minute to poll a queue that nobody polled before', () => {
    const queue = { lastPollAt: null, backlog: 0, backlogAgeMs: 0, builds: [] };
    expect(keys({ ...evidence({}, { queue }), watchingSince: ago(29) })).toEqual([]);
    expect(keys({ ...evidence({}, { queue }), watchingSince: ago(30) })).toEqual(['NO_WORKER']);
    expect(keys({ ...evidence({}, { queue: { ...queue, lastPollAt: ago(80) } }), watchingSince: ago(1) })).toEqual(['NO_WORKER']);
  });

  it('calls a server that does not answer SERVER_UNREACHABLE, with what waits for it', () => {
    const away = { reachable: false, queue: null, examined: [], marked: null };
    expect(classify(evidence({ suspects: [late('a')], waiting: { events: 5, acts: 0 } }, away))).toMatchObject([
      { class: 'SERVER_UNREACHABLE', count: 5, cases: [{ nominationId: 'a' }] },
    ]);
  });

  it.each([
    ['a workflow task that fails', { task: { attempt: 3, since: ago(30) } }, 'CODE_ERROR:workflow-task'],
    ['a workflow bound to a build that nobody runs', { pinnedTo: 'laurel:old' }, 'VERSION_TRAP:laurel:old'],
    ['a step that somebody paused', { activities: [step({ paused: true, attempt: 7 })] }, 'ACTIVITY_PAUSED:closeOverdue'],
    [
      'a step that fails',
      { activities: [step({ attempt: 3, lastFailure: 'CaseBlocked: NOBODY_HOLDS_POST: d/chair' })] },
      'ACTIVITY_RETRYING:closeOverdue/CaseBlocked: NOBODY_HOLDS_POST: d/chair',
    ],
    ['a workflow that was ended from outside', { workflow: 'closed' as const }, 'PROJECTION_LAG:no-workflow'],
  ])('names the cause of %s', (_, seen, key) => {
    expect(keys(evidence({ suspects: [late('a')] }, { examined: [running('a', seen)] }))).toEqual([key]);
  });

  it('leaves alone what is on its way: a step at its first attempts, a build that is polled', () => {
    expect(keys(evidence({ suspects: [late('a')] }, { examined: [running('a', { activities: [step({ attempt: 2 })] })] }))).toEqual([]);
    const queue = { lastPollAt: at, backlog: 0, backlogAgeMs: 0, builds: ['laurel:new'] };
    const bound = (since: number): Examined => running('a', { pinnedTo: 'laurel:new', task: { attempt: 1, since } });
    expect(keys(evidence({ suspects: [late('a')] }, { queue, examined: [bound(at)] }))).toEqual([]);
    // On the server's list a worker outlives itself by minutes; a task that nobody takes does not lie.
    expect(keys(evidence({ suspects: [late('a')] }, { queue, examined: [bound(ago(12))] }))).toEqual(['VERSION_TRAP:laurel:new']);
  });

  it('does not call on its way what nobody takes up: after half a minute its lateness is said', () => {
    const left = (seconds: number): StuckEvidence =>
      evidence({ suspects: [late('a')] }, { examined: [running('a', { task: { attempt: 1, since: ago(seconds) } })] });
    expect(keys(left(29))).toEqual([]);
    expect(keys(left(31))).toEqual(['OVERDUE:p/review']);
  });

  it.each([
    ['remind', 'TIMER_LATE:p/review'],
    ['escalate', 'OVERDUE:p/review'],
    ['close', 'OVERDUE:p/review'],
    ['receive', 'PROJECTION_LAG:unrecorded'],
    ['publish', 'PROJECTION_LAG:unrecorded'],
    ['act', 'PROJECTION_LAG:unrecorded'],
  ] as const)('says so when "%s" is late for no reason that shows', (name, key) => {
    expect(keys(evidence({ suspects: [late('a', name)] }, { examined: [running('a')] }))).toEqual([key]);
  });

  it('groups by cause, without what differs from case to case, and counts those it did not look at with their like', () => {
    const failure = (id: string): string => `Error: 01J0000000000000000000000${id} failed after ${id}2 ms`;
    const examined = ['1', '2'].map((id) => running(id, { activities: [step({ attempt: 9, lastFailure: failure(id) })] }));
    const suspects = Array.from({ length: 300 }, (_, index) => late(String(index)));
    const groups = classify(evidence({ suspects }, { examined }));
    expect(groups).toMatchObject([
      {
        class: 'ACTIVITY_RETRYING',
        count: 300,
        evidence: { vi: expect.stringContaining('đã xem 2 trong 300'), en: expect.stringContaining('looked at 2 of 300') },
      },
    ]);
  });

  it('takes from the server’s list what is not late yet', () => {
    const marked = [
      {
        nominationId: 'a',
        problems: ['category=WorkflowTaskFailed', 'cause=WorkflowTaskFailedCauseNonDeterministicError'],
        paused: [],
        pinnedTo: null,
      },
      { nominationId: 'b', problems: [], paused: ['recordAct'], pinnedTo: null },
      { nominationId: 'c', problems: [], paused: [], pinnedTo: 'laurel:old' },
      { nominationId: 'd', problems: ['cause=WorkflowTaskFailedCauseNonDeterministicError'], paused: [], pinnedTo: null },
    ];
    const groups = classify(evidence({}, { marked }));
    expect(groups.map(({ groupKey, count }) => [groupKey, count])).toEqual([
      ['CODE_ERROR:NonDeterministicError', 2],
      ['ACTIVITY_PAUSED:recordAct', 1],
      ['VERSION_TRAP:laurel:old', 1],
    ]);
  });

  it('makes one row of a dead mail server, of an address, of a silent person, of a kind of dead event', () => {
    const groups = classify(
      evidence({
        channelDown: { since: ago(90), reason: 'ECONNREFUSED', count: 300, cases },
        undeliverable: [
          { programme: 'p', personId: 'x', fullName: 'Lê Tấn Lộc', bounced: true, putOff: false, error: '550', count: 2, cases },
        ],
        silent: [
          {
            programme: 'p',
            personId: 'y',
            fullName: 'Vũ Thị Oanh',
            post: 'd/r',
            title: { vi: 'Trưởng phòng', en: 'Head' },
            reminders: 2,
            escalated: 1,
            count: 1,
            cases,
          },
        ],
        dead: [{ type: 't', error: 'no such nomination', count: 1, cases: [{ nominationId: null, eventId: 'e1', since: ago(40) }] }],
      }),
    );
    expect(groups.map(({ groupKey, count, owner }) => [groupKey, count, owner])).toEqual([
      ['MAIL_CHANNEL_DOWN', 300, 'operations'],
      ['MAIL_UNDELIVERABLE:p/x', 2, 'secretariat'],
      ['REVIEWER_SILENT:p/y', 1, 'Vũ Thị Oanh'],
      ['EVENT_DEAD_LETTER:t/no such nomination', 1, 'integrator'],
    ]);
    expect(groups[1]?.cause.vi).toContain('Lê Tấn Lộc');
  });

  it('tells what the reconciler found, once', () => {
    const differences = [
      { nominationId: 'a', kind: 'no-workflow' as const, detail: 'd', since: ago(20) },
      { nominationId: 'b', kind: 'differs' as const, detail: 'd', since: ago(20) },
    ];
    expect(keys(evidence({ differences }))).toEqual(['PROJECTION_LAG:no-workflow', 'PROJECTION_LAG:differs']);
    const seen = { suspects: [late('a')], differences: differences.slice(0, 1) };
    expect(keys(evidence(seen, { examined: [running('a', { workflow: 'missing' })] }))).toEqual(['PROJECTION_LAG:no-workflow']);
  });
});
