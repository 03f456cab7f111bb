import { TASK_ATTEMPTS_SHOWN, type Examined, type Marked, type ServerEvidence, type Suspect, type TaskFailure } from '@laurel/domain';
import type { OperationsInspector } from '@laurel/temporal';

const PING_MS = 2_000;
/** Suspects looked at on the server in one look; the others are counted with those that are late in the same way. */
const MOST_EXAMINED = 60;
const AT_ONCE = 8;
const MOST_MARKED = 1_000;
/** Failing workflow tasks whose failure is read: one for each cause, and there are few causes. */
const MOST_READ = 4;

/** What the classifier asks of the server; each part that cannot be seen is null. */
export async function lookAtServer(server: OperationsInspector, suspects: readonly Suspect[]): Promise<ServerEvidence> {
  // Asked twice: one answer that comes late on a busy machine is no reason to wake anybody.
  const reachable = (await server.ping(PING_MS)) || (await server.ping(PING_MS));
  if (!reachable) return { reachable: false, queue: null, examined: [], marked: null };
  const [queue, marked, examined] = await Promise.all([
    orNull(server.queue()),
    orNull(server.marked(MOST_MARKED)),
    examineSome(server, suspects),
  ]);
  return { reachable: true, queue, examined, marked, taskFailures: await failuresOf(server, examined, marked ?? []) };
}

async function failuresOf(
  server: OperationsInspector,
  examined: readonly Examined[],
  marked: readonly Marked[],
): Promise<readonly TaskFailure[]> {
  const failing = examined.find(({ task }) => task !== null && task.attempt >= TASK_ATTEMPTS_SHOWN);
  const ofEachCause = new Map(marked.filter(({ problems }) => problems.length > 0).map((one) => [one.problems.join(), one.nominationId]));
  const ids = [...new Set([...(failing ? [failing.nominationId] : []), ...ofEachCause.values()])].slice(0, MOST_READ);
  const read = await Promise.all(ids.map((id) => orNull(server.taskFailure(id))));
  return read.filter((failure) => failure !== null);
}

async function examineSome(server: OperationsInspector, suspects: readonly Suspect[]): Promise<readonly Examined[]> {
  const waiting = spread(suspects).map(({ nominationId }) => nominationId);
  const examined: Examined[] = [];
  const one = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const seen = await orNull(server.examine(id));
      if (seen) examined.push(seen);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return examined;
}

/** Some of each kind, so that a crowd of one kind does not hide another. */
function spread(suspects: readonly Suspect[]): readonly Suspect[] {
  const kinds = new Map<string, Suspect[]>();
  for (const suspect of suspects) {
    const kind = `${suspect.programme}/${suspect.stage}/${suspect.step}`;
    kinds.set(kind, [...(kinds.get(kind)?.slice(0, MOST_EXAMINED - 1) ?? []), suspect]);
  }
  const each = Math.max(1, Math.floor(MOST_EXAMINED / Math.max(1, kinds.size)));
  const some = [...kinds.values()].flatMap((members) => members.slice(0, each));
  const ids = new Set(some.map(({ nominationId }) => nominationId));
  return [
    ...new Map([...some, ...suspects.filter(({ nominationId }) => !ids.has(nominationId))].map((one) => [one.nominationId, one])).values(),
  ].slice(0, MOST_EXAMINED);
}

function orNull<Value>(asked: Promise<Value>): Promise<Value | null> {
  return asked.catch(() => null);
}
