// One round: so many nominations with so many in flight, each decided as soon as its mail is there.
import { countHistory, cpuOf, cpuOfFamily } from './figures.mjs';
import { now } from './clock.mjs';

/**
 * @typedef {{ name: string, database: string, levels: number, workerPid: number,
 *   begin: (number: number) => Promise<string>, decide: (nominationId: string, mail: import('./stage.mjs').ArrivedMail) => Promise<void>,
 *   ended: (nominationId: string) => Promise<unknown>, history: (nominationId: string) => Promise<object>,
 *   startWorker: () => void, killWorker: () => Promise<void>, stopWorker: () => Promise<void>, close: () => Promise<void> }} Side
 */

let nextNumber = 1;

/** Nominations under way on one side, played until `count` have ended; at most `inFlight` at a time. */
export class Round {
  /** @param {Side} side */
  constructor(side, mails, { count, inFlight, onMoved = () => {} }) {
    Object.assign(this, { side, mails, count, inFlight, onMoved });
    this.acknowledged = [];
    this.nextMail = [];
    this.completed = [];
    this.open = new Map();
    this.early = new Map();
    this.begun = 0;
  }

  /** Resolves when all have ended. */
  play() {
    const { promise, resolve, reject } = Promise.withResolvers();
    this.fail = reject;
    const onMail = (mail) => this.arrived(mail);
    this.mails.on('mail', onMail);
    this.allEnded = resolve;
    for (let i = 0; i < Math.min(this.inFlight, this.count); i++) this.beginNext();
    return promise.finally(() => this.mails.off('mail', onMail));
  }

  beginNext() {
    if (this.begun === this.count) return;
    this.begun += 1;
    this.side.begin(nextNumber++).then((id) => {
      this.open.set(id, { level: 0, decidedAt: 0, seen: new Set() });
      for (const mail of this.early.get(id) ?? []) this.arrived(mail);
      this.early.delete(id);
    }, this.fail);
  }

  arrived(mail) {
    const state = this.open.get(mail.nominationId);
    if (!state) {
      // The mail can be quicker than the answer to who began it; a result's mail comes after the end.
      if (mail.taskId && !this.completed.includes(mail.nominationId))
        this.early.set(mail.nominationId, [...(this.early.get(mail.nominationId) ?? []), mail]);
      return;
    }
    if (!mail.taskId || state.seen.has(mail.taskId)) return;
    state.seen.add(mail.taskId);
    if (state.decidedAt > 0) this.nextMail.push(mail.at - state.decidedAt);
    this.decide(mail, state).catch(this.fail);
  }

  async decide(mail, state) {
    const id = mail.nominationId;
    // The mail of the next level may be quicker than the answer, and begins the next decision.
    const decidedAt = now();
    state.decidedAt = decidedAt;
    await this.side.decide(id, mail);
    this.acknowledged.push(now() - decidedAt);
    this.onMoved(id);
    state.level += 1;
    if (state.level < this.side.levels) return;
    await this.side.ended(id);
    this.onMoved(id);
    this.open.delete(id);
    this.completed.push(id);
    if (this.completed.length === this.count) this.allEnded();
    else this.beginNext();
  }
}

/** What has been used so far. */
async function usage(side, { stage, transactions }) {
  return {
    server: cpuOf(stage.temporal.pid),
    worker: cpuOf(side.workerPid),
    postgres: cpuOfFamily(stage.postgres.pid),
    sink: cpuOf(stage.sinkPid),
    driver: cpuOf(process.pid),
    transactions: await transactions.of(side.database),
  };
}

/** PostgreSQL's own count follows a second behind at most. */
const STATISTICS_LAG_MS = 1_100;

/** Plays a round and tells what it took. */
export async function measureRound(side, bench, { count, inFlight }) {
  const before = await usage(side, bench);
  const round = new Round(side, bench.stage.mails, { count, inFlight });
  const startedAt = now();
  await round.play();
  const seconds = (now() - startedAt) / 1000;
  await new Promise((resolve) => setTimeout(resolve, STATISTICS_LAG_MS));
  const after = await usage(side, bench);
  const perNomination = Object.fromEntries(Object.keys(before).map((key) => [key, (after[key] - before[key]) / count]));
  const { acknowledged, nextMail, completed } = round;
  return {
    side: side.name,
    inFlight,
    count,
    seconds,
    perSecond: count / seconds,
    acknowledged,
    nextMail,
    perNomination,
    sample: completed.slice(-8),
  };
}

/** What the histories of some nominations hold, on average. */
export async function measureHistories(side, nominationIds) {
  const counts = [];
  for (const id of nominationIds) counts.push(countHistory(await side.history(id)));
  const keys = ['workflowTasks', 'events', 'activities', 'localActivities'];
  return Object.fromEntries(keys.map((key) => [key, counts.reduce((sum, count) => sum + count[key], 0) / counts.length]));
}
