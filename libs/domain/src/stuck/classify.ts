import type { Instant } from '../time.ts';
import { EVIDENCE, stepInWords } from './evidence.words.ts';
import { groupOf, signatureOf } from './groups.ts';
import { groupsOfSuspects } from './suspects.ts';
import type {
  DeadEvents,
  Marked,
  ServerEvidence,
  SilentPerson,
  StuckCase,
  StuckEvidence,
  StuckGroup,
  TableEvidence,
  UndeliverableAddress,
} from './stuck.types.ts';
import { LAGS } from './words.ts';

/** A loop that has not turned for this long does not turn. */
export const TURN_FRESH_MS = 45_000;
/** A poll of an idle queue lasts up to a minute: only silence beyond that means that nobody polls. */
const POLL_FRESH_MS = 75_000;
/** Work that waits this long on a queue that nobody has polled since is work without a worker. */
const BACKLOG_OLD_MS = 20_000;
/** A worker that starts watches before it polls: it has this long to begin. */
const STARTING_MS = 30_000;

/**
 * What is stuck, grouped by cause. Pure: the same evidence gives the same groups. A case appears once, under the cause
 * nearest to the root: a nomination whose timer is late because no worker runs is a case of NO_WORKER.
 */
export function classify(evidence: StuckEvidence): readonly StuckGroup[] {
  const { at, tables, server } = evidence;
  // Late with two things at once, a nomination is one case.
  const suspects = [...new Map(tables.suspects.map((suspect) => [suspect.nominationId, suspect])).values()];
  const cases = suspects.map(({ nominationId, since }) => ({ nominationId, eventId: null, since }));
  const whole = unreachable(evidence, cases) ?? noWorker(evidence, cases);
  const examined = whole ? [] : groupsOfSuspects(suspects, server, at);
  const known = new Set([...examined, ...(whole ? [whole] : [])].flatMap((group) => group.cases.map(({ nominationId }) => nominationId)));
  const marked = groupsOfMarked(server.marked ?? [], at, server).filter(({ cases: of }) => of.some((one) => !known.has(one.nominationId)));
  const told = new Set([...examined, ...marked].map(({ groupKey }) => groupKey));
  const onServer = [...examined, ...marked.filter(({ groupKey }) => !examined.some((group) => group.groupKey === groupKey))];
  return [
    ...(whole ? [whole] : []),
    ...onServer.map((group) => withFailure(group, server)),
    ...groupsOfTables(tables),
    ...differences(tables, known).filter(({ groupKey }) => !told.has(groupKey)),
  ];
}

function unreachable({ at, tables, server }: StuckEvidence, cases: readonly StuckCase[]): StuckGroup | null {
  if (server.reachable) return null;
  const evidence = EVIDENCE.noAnswer(tables);
  const count = Math.max(cases.length, tables.waiting.events + tables.waiting.acts);
  return groupOf({ class: 'SERVER_UNREACHABLE', key: '', evidence, cases, since: at, count });
}

/** Nobody works: no loop turns, or the queue is not polled although a loop does. */
function noWorker({ at, tables, server, watchingSince = 0 }: StuckEvidence, cases: readonly StuckCase[]): StuckGroup | null {
  const isStarting = server.queue?.lastPollAt === null && at - watchingSince < STARTING_MS;
  const since = isStarting ? null : lastWorkAt(tables.lastTurnAt, server, at);
  if (since === null) return null;
  const { events, acts } = tables.waiting;
  return groupOf({
    class: 'NO_WORKER',
    key: '',
    evidence: EVIDENCE.nobodyWorks(tables, server, since),
    cases,
    since: since === 0 ? at : since,
    count: Math.max(cases.length, events + acts),
  });
}

/** The instant of the last sign of work when there is none any more; 0 when there never was one; null while there is. */
function lastWorkAt(lastTurnAt: Instant | null, { queue }: ServerEvidence, at: Instant): Instant | null {
  if (at - (lastTurnAt ?? 0) >= TURN_FRESH_MS) return lastTurnAt ?? 0;
  if (!queue) return null;
  const polledAgo = at - (queue.lastPollAt ?? 0);
  const unpolled = polledAgo >= POLL_FRESH_MS || (queue.backlogAgeMs >= BACKLOG_OLD_MS && polledAgo >= BACKLOG_OLD_MS);
  return unpolled ? (queue.lastPollAt ?? 0) : null;
}

function groupsOfTables({ channelDown, undeliverable, silent, dead }: TableEvidence): StuckGroup[] {
  return [
    ...(channelDown
      ? [groupOf({ ...channelDown, class: 'MAIL_CHANNEL_DOWN', key: '', evidence: EVIDENCE.mailServerSaid(channelDown.reason) })]
      : []),
    ...undeliverable.map(groupOfAddress),
    ...silent.map(groupOfSilent),
    ...dead.map(groupOfDead),
  ];
}

function groupOfAddress({ programme, personId, fullName, bounced, putOff, error, count, cases }: UndeliverableAddress): StuckGroup {
  const evidence = putOff ? EVIDENCE.mailPutOff(error) : EVIDENCE.mailCameBack(bounced, error);
  return groupOf({ class: 'MAIL_UNDELIVERABLE', key: `${programme}/${personId}`, what: fullName, evidence, count, cases });
}

function groupOfSilent({ programme, personId, fullName, post, title, reminders, escalated, count, cases }: SilentPerson): StuckGroup {
  return groupOf({
    class: 'REVIEWER_SILENT',
    key: `${programme}/${personId}`,
    what: { vi: `${fullName} (${title.vi})`, en: `${fullName} (${title.en})` },
    owner: fullName,
    evidence: EVIDENCE.reminded(post, reminders, escalated, count),
    count,
    cases,
  });
}

function groupOfDead({ type, error, count, cases }: DeadEvents): StuckGroup {
  const evidence = EVIDENCE.said(error);
  return groupOf({ class: 'EVENT_DEAD_LETTER', key: `${type}/${signatureOf(error)}`, what: type, evidence, count, cases });
}

/** What the server's own list says beyond the suspects: workflows that fail or are paused although nothing is late yet. */
function groupsOfMarked(marked: readonly Marked[], at: Instant, { queue }: ServerEvidence): StuckGroup[] {
  const groups = new Map<
    string,
    { readonly class: 'CODE_ERROR' | 'ACTIVITY_PAUSED' | 'VERSION_TRAP'; readonly key: string; readonly cases: StuckCase[] }
  >();
  const add = (stuckClass: 'CODE_ERROR' | 'ACTIVITY_PAUSED' | 'VERSION_TRAP', key: string, nominationId: string): void => {
    const group = groups.get(`${stuckClass}:${key}`) ?? { class: stuckClass, key, cases: [] };
    group.cases.push({ nominationId, eventId: null, since: at });
    groups.set(`${stuckClass}:${key}`, group);
  };
  for (const { nominationId, problems, paused, pinnedTo } of marked) {
    for (const type of new Set(paused)) add('ACTIVITY_PAUSED', type, nominationId);
    if (pinnedTo !== null && !queue?.builds.includes(pinnedTo)) add('VERSION_TRAP', pinnedTo, nominationId);
    else if (problems.length > 0) add('CODE_ERROR', causeIn(problems), nominationId);
  }
  return [...groups.values()].map(({ class: stuckClass, key, cases }) =>
    groupOf({ class: stuckClass, key, what: stuckClass === 'ACTIVITY_PAUSED' ? stepInWords(key) : key, evidence: EVIDENCE.listed, cases }),
  );
}

/** Why the code fails, where the history of one of the cases has told it. */
function withFailure(group: StuckGroup, { taskFailures = [] }: ServerEvidence): StuckGroup {
  if (group.class !== 'CODE_ERROR') return group;
  const ids = new Set(group.cases.map(({ nominationId }) => nominationId));
  const failure = taskFailures.find(({ nominationId }) => ids.has(nominationId));
  return failure ? { ...group, evidence: EVIDENCE.taskFailedBy(failure) } : group;
}

/** `cause=WorkflowTaskFailedCauseNonDeterministicError` as people read it. */
function causeIn(problems: readonly string[]): string {
  const cause = problems.find((problem) => problem.startsWith('cause=')) ?? problems[0] ?? '';
  return cause.replace(/^(cause|category)=/, '').replace(/^WorkflowTaskFailedCause/, '');
}

function differences({ differences: found }: TableEvidence, known: ReadonlySet<string | null>): StuckGroup[] {
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const of = found.filter((one) => one.kind === kind && !known.has(one.nominationId));
    if (of.length === 0) return [];
    const cases = of.map(({ nominationId, since }) => ({ nominationId, eventId: null, since }));
    const detail = of[0]?.detail ?? '';
    return [groupOf({ class: 'PROJECTION_LAG', key: kind, what: LAGS[kind], evidence: { vi: detail, en: detail }, cases })];
  });
}
