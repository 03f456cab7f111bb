// Plays the season of 2022 against a running Laurel: sends the nominations, answers the mails as the plan says, closes the season.
import { setTimeout as sleep } from 'node:timers/promises';
import { EventsOut } from './events-out.mjs';
import { linkOf, MailTally } from './mail-tally.mjs';
import { readOutcome } from './outcome.mjs';
import { PatientClient } from './patient-client.mjs';
import { Pool } from './pool.mjs';
import { Reading } from './reading.mjs';
import { Reviewer } from './reviewer.mjs';
import { closingOf, completionOf, readSeason } from './season.mjs';

export { historyOf } from './planned/plan.mjs';
export { playPlanned } from './planned/player.mjs';

const ENDED = new Set(['CONFERRED', 'NOT_QUALIFIED', 'INELIGIBLE', 'LAPSED', 'WITHDRAWN', 'TERMINATED', 'REVOKED']);
const TURN_MS = 250;
/** Kinds of mail that ask for an answer. */
const ASKING = new Set(['assignment', 'reminder', 'escalation']);

/** Reviewers at work at the same time. */
const ABREAST = 6;
/** The closing date lies so far ahead that the event has arrived by then. */
const CLOSES_AHEAD_MS = 3_000;
/** No mail for so long, and the mailbox counts as quiet. */
const QUIET_MS = 2_000;

/**
 * @typedef {{ apiUrl: string, mailboxUrl: string, apiKey: string, closeAfterMs: number, patienceMs?: number,
 *   onProgress?: (progress: Progress) => void }} PlayOptions `patienceMs`: so long without any progress, and the demo ends with what it has
 * @typedef {{ phase: 'sending' | 'reviewing' | 'waiting to close' | 'settling', sent: number, answered: number, ended: number, total: number, done: number }} Progress
 *   `done` from 0 to 1
 */

class SeasonPlayer {
  #options;
  #client;
  #events;
  #reading;
  #reviewer;
  #pool = new Pool(ABREAST);
  #tally = new MailTally();
  #season = readSeason();
  /** @type {Map<string, import('./season.mjs').Entry>} by nomination id */
  #entries = new Map();
  /** @type {Map<string, string>} */
  #states = new Map();
  #seenTasks = new Set();
  #startedAt = Date.now();
  #movedAt = Date.now();
  #lastMailAt = 0;
  /** @type {number | undefined} */
  #closesFrom;
  #closing = 'not yet';

  /** @param {PlayOptions} options */
  constructor(options) {
    this.#options = { patienceMs: 180_000, onProgress: () => {}, ...options };
    this.#client = new PatientClient(this.#options.patienceMs);
    this.#events = new EventsOut(this.#client, options);
    this.#reading = new Reading(this.#client, options);
    this.#reviewer = new Reviewer(this.#client, this.#reading);
  }

  async play() {
    await this.#send();
    this.#states = await this.#reading.states();
    const alreadyPlayed = this.#count(ENDED) === this.#season.length;
    while (!(await this.#turn())) await sleep(TURN_MS);
    this.#tell('settling');
    const outcome = await readOutcome({
      entries: this.#entries,
      reading: this.#reading,
      reviewer: this.#reviewer,
      tally: this.#tally,
      alreadyPlayed,
    });
    const told = {
      accepted: this.#events.accepted,
      recorded: [...this.#reviewer.recorded].map(([taskId, choice]) => ({ taskId, choice })),
    };
    const retries = Object.fromEntries(this.#client.retries);
    return { ...outcome, alreadyPlayed, closing: this.#closing, retries, durationMs: Date.now() - this.#startedAt, told };
  }

  async #send() {
    const byEvent = new Map(this.#season.map((entry) => [entry.event.id, entry]));
    await this.#events.sendAll(
      [...byEvent.values()].map(({ event }) => event),
      (eventId, nominationId) => {
        this.#entries.set(nominationId, byEvent.get(eventId));
        this.#tell('sending');
      },
    );
  }

  /** Once around: mails, states, what follows from them. @returns {Promise<boolean>} whether there is nothing left to do */
  async #turn() {
    if (this.#pool.failure) throw this.#pool.failure;
    await this.#readMails();
    await this.#readStates();
    await this.#closeInTime();
    this.#tell(this.#closesFrom === undefined ? 'reviewing' : 'waiting to close');
    return this.#isOver() || Date.now() - this.#movedAt > this.#options.patienceMs;
  }

  async #readMails() {
    for (const mail of await this.#reading.newMails()) {
      const nominationId = mail.headers['x-laurel-nomination'];
      const entry = this.#entries.get(nominationId);
      // Mails of other seasons are none of our business.
      if (!entry) continue;
      this.#tally.add(mail);
      this.#moved();
      this.#lastMailAt = Date.now();
      const taskId = mail.headers['x-laurel-task'];
      if (taskId === undefined || !ASKING.has(mail.headers['x-laurel-kind']) || this.#seenTasks.has(taskId)) continue;
      this.#seenTasks.add(taskId);
      const link = linkOf(mail);
      this.#pool.add(() => this.#takeUp({ entry, nominationId, taskId, link }));
    }
  }

  /** @param {import('./reviewer.mjs').Asked} asked */
  async #takeUp(asked) {
    const what = await this.#reviewer.answer(asked);
    if (what === 'completion' && asked.entry.plan.fate !== 'lapsed') await this.#events.send(completionOf(asked.entry, asked.nominationId));
    this.#moved();
  }

  async #readStates() {
    const states = await this.#reading.states();
    if ([...states].some(([id, state]) => this.#states.get(id) !== state)) this.#moved();
    this.#states = states;
  }

  /** Ends the season some time after the last completion was seen, so that what was never completed lapses. */
  async #closeInTime() {
    if (this.#closing !== 'not yet') return;
    const lapsing = this.#returned().filter(([, { plan }]) => plan.fate === 'lapsed');
    if (lapsing.every(([id]) => ENDED.has(this.#states.get(id)))) return void (this.#closing = 'before this run');
    if (this.#closesFrom === undefined && !(await this.#allAreBack())) return;
    this.#closesFrom ??= Date.now() + this.#options.closeAfterMs;
    this.#moved();
    if (Date.now() < this.#closesFrom) return;
    await this.#events.send(closingOf(Date.now() + CLOSES_AHEAD_MS));
    this.#closing = 'by this run';
  }

  #returned() {
    return [...this.#entries].filter(([, { plan }]) => plan.returnedOnce);
  }

  /** Whether everything that was returned and is to be completed has been. */
  async #allAreBack() {
    const awaited = this.#returned().filter(([, { plan }]) => plan.fate !== 'lapsed');
    if (awaited.some(([id]) => ['SUBMITTED', 'RETURNED'].includes(this.#states.get(id)))) return false;
    const views = await Promise.all(awaited.map(([id]) => this.#reading.nomination(id)));
    return views.every(({ returns, state }) => returns > 0 && state !== 'RETURNED');
  }

  #isOver() {
    if (this.#count(ENDED) < this.#season.length || !this.#pool.idle) return false;
    const told = [...this.#entries.keys()].every((id) => this.#tally.resultsFor.has(id));
    return Date.now() - this.#lastMailAt > QUIET_MS && (told || Date.now() - this.#movedAt > 30_000);
  }

  #moved() {
    this.#movedAt = Date.now();
  }

  #count(states) {
    return [...this.#entries.keys()].filter((id) => states.has(this.#states.get(id))).length;
  }

  #tell(phase) {
    const total = this.#season.length;
    const [sent, answered, ended] = [this.#entries.size, this.#reviewer.recorded.size, this.#count(ENDED)];
    this.#options.onProgress({ phase, sent, answered, ended, total, done: (sent + 2 * ended) / (3 * total) });
  }
}

/**
 * Plays the whole season, or what is left of it, and reads what came of it; `told` is what Laurel has promised on the way.
 * Rejects when Laurel refuses what it has to take.
 * @param {PlayOptions} options
 */
export function playSeason(options) {
  return new SeasonPlayer(options).play();
}
