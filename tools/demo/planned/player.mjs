// Plays the planned season of a programme against a running Laurel, as its people do: by mail, by link, in a council.
import { setTimeout as sleep } from 'node:timers/promises';
import { EventsOut } from '../events-out.mjs';
import { linkOf, MailTally } from '../mail-tally.mjs';
import { PatientClient } from '../patient-client.mjs';
import { Pool } from '../pool.mjs';
import { Reading } from '../reading.mjs';
import { Answerer } from './answerer.mjs';
import { Council } from './council.mjs';
import { readFigures } from './figures.mjs';
import { openingOf, readPlan } from './plan.mjs';

const ENDED = new Set(['CONFERRED', 'NOT_QUALIFIED', 'INELIGIBLE', 'LAPSED', 'WITHDRAWN', 'TERMINATED', 'REVOKED']);
const ASKING = new Set(['assignment', 'reminder', 'escalation']);
const TURN_MS = 250;
const ABREAST = 6;
/** No mail for so long, and the mailbox counts as quiet. */
const QUIET_MS = 2_000;
/** So long without a mail of a result, and it is not waited for. */
const NOT_TOLD_MS = 30_000;

/** @typedef {import('../player.d.mts').PlannedOptions} PlannedOptions */

class PlannedPlayer {
  #options;
  #plan;
  #season;
  #client;
  #events;
  #reading;
  #answerer;
  #council;
  #pool = new Pool(ABREAST);
  #tally = new MailTally();
  /** @type {Map<string, import('./plan.mjs').Planned>} by nomination id */
  #entries = new Map();
  /** @type {Map<string, string>} */
  #states = new Map();
  #seen = new Set();
  #startedAt = Date.now();
  #movedAt = Date.now();
  #lastMailAt = 0;

  /** @param {PlannedOptions} options */
  constructor(options) {
    this.#options = { patienceMs: 180_000, onProgress: () => {}, ...options };
    const { plan, season } = readPlan(options.programme);
    this.#plan = plan;
    this.#season = season;
    this.#client = new PatientClient(this.#options.patienceMs);
    this.#events = new EventsOut(this.#client, options);
    this.#reading = new Reading(this.#client, { ...options, campaign: plan.campaign });
    this.#answerer = new Answerer(this.#client, this.#reading, plan);
    this.#council = new Council({ ...options, client: this.#client, reading: this.#reading, plan, entries: this.#entries });
  }

  async play() {
    if (this.#plan.open) await this.#events.send(openingOf(this.#plan));
    await this.#send();
    await this.#readStates();
    const alreadyPlayed = this.#left() === 0;
    while (!(await this.#turn())) await sleep(TURN_MS);
    this.#tell('settling');
    return this.#outcome(alreadyPlayed);
  }

  async #send() {
    const byEvent = new Map(this.#season.map((planned) => [planned.event.id, planned]));
    await this.#events.sendAll(
      this.#season.map(({ event }) => event),
      (eventId, nominationId) => {
        this.#entries.set(nominationId, byEvent.get(eventId));
        this.#tell('sending');
      },
    );
  }

  /** Once around. @returns {Promise<boolean>} whether there is nothing left to do */
  async #turn() {
    if (this.#pool.failure) throw this.#pool.failure;
    await this.#readMails();
    await this.#readStates();
    const states = [...this.#states.values()];
    const standing = states.filter((state) => state === 'IN_SESSION').length;
    await this.#council.conveneWhenComplete(standing);
    this.#tell(states.includes('ON_NOTICE') ? 'notice' : standing > 0 ? 'council' : 'reviewing');
    return this.#isOver() || Date.now() - this.#movedAt > this.#options.patienceMs;
  }

  async #readMails() {
    for (const mail of await this.#reading.newMails()) {
      const nominationId = mail.headers['x-laurel-nomination'];
      const planned = this.#entries.get(nominationId);
      if (!planned && !this.#council.owns(mail)) continue;
      this.#tally.add(mail);
      this.#moved();
      this.#lastMailAt = Date.now();
      if (planned) this.#takeUp(mail, planned, nominationId);
      else this.#pool.add(() => this.#council.takeUp(mail));
    }
  }

  #takeUp(mail, planned, nominationId) {
    const taskId = mail.headers['x-laurel-task'];
    if (taskId === undefined || !ASKING.has(mail.headers['x-laurel-kind']) || this.#seen.has(taskId)) return;
    this.#seen.add(taskId);
    const link = linkOf(mail);
    this.#pool.add(async () => {
      await this.#answerer.answer({ planned, nominationId, taskId, link });
      this.#moved();
    });
  }

  async #readStates() {
    const states = await this.#reading.states();
    if ([...states].some(([id, state]) => this.#states.get(id) !== state)) this.#moved();
    this.#states = states;
  }

  #ended() {
    return [...this.#entries.keys()].filter((id) => ENDED.has(this.#states.get(id)));
  }

  /** How many are still to end; who waits for a free place is not awaited. */
  #left() {
    return this.#season.length - new Set([...this.#ended(), ...this.#answerer.waiting]).size;
  }

  #isOver() {
    if (this.#left() > 0 || !this.#pool.idle) return false;
    const told = this.#ended().every((id) => this.#tally.resultsFor.has(id));
    return Date.now() - this.#lastMailAt > QUIET_MS && (told || Date.now() - this.#movedAt > NOT_TOLD_MS);
  }

  async #outcome(alreadyPlayed) {
    const { waiting, recorded } = this.#answerer;
    const figures = await readFigures({ plan: this.#plan, entries: this.#entries, reading: this.#reading, waiting });
    const doubles = {
      key: 'doubles',
      label: { vi: 'Thư gửi thành hai', en: 'doubles' },
      plan: 0,
      seen: this.#tally.doubles,
      stated: false,
    };
    const rows = [...figures, doubles];
    const differences = rows
      .filter(({ plan, seen }) => plan !== seen)
      .map(({ label, plan, seen }) => `${label.en}: ${seen} instead of ${plan}`);
    const byKind = Object.fromEntries([...this.#tally.byKind].sort());
    return {
      ...{ programme: this.#plan.programme, title: this.#plan.title, rows, differences, alreadyPlayed },
      mails: { byKind, distinct: this.#tally.distinct, repeats: this.#tally.repeats },
      ...{ answers: recorded.size, votes: this.#council.votes },
      retries: Object.fromEntries(this.#client.retries),
      durationMs: Date.now() - this.#startedAt,
    };
  }

  #moved() {
    this.#movedAt = Date.now();
  }

  #tell(phase) {
    const total = this.#season.length;
    const ended = total - this.#left();
    this.#options.onProgress({ phase, ended, total, done: (this.#entries.size + 2 * ended) / (3 * total) });
  }
}

/**
 * Plays the season of a programme, or what is left of it, and counts the figures of its document.
 * Rejects when Laurel refuses what it has to take.
 * @param {PlannedOptions} options
 */
export function playPlanned(options) {
  return new PlannedPlayer(options).play();
}
