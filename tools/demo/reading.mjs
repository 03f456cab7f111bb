// What the demo reads of Laurel: nominations, timelines, counts and the mailbox, all by the public contract.
import { CAMPAIGN, PROGRAMME } from './season.mjs';

const PAGE = 200;

/**
 * What the demo looks at of the contract's answers.
 * @typedef {{ id: string, kind: string, level: string, assignee: { fullName: string } }} OpenTask
 * @typedef {{ id: string, state: string, level: string | null, award: string | null, ineligibleRule: string | null, returns: number,
 *   endedAt: string | null, openTasks: OpenTask[], outcomes: { level: string, outcome: string }[] }} NominationSeen
 * @typedef {{ action: string, facts: { taskId?: string, choice?: string } }} TimelineEntry
 * @typedef {{ award: string, level: string, issuer: string, number: string | null, signedOn: string }} TitleSeen
 */

export class Reading {
  #client;
  #apiUrl;
  #mailboxUrl;
  #headers;
  /** What is read: one season of one programme. */
  #season;
  /** The newest mail that was read. */
  #newest = '';

  /** @param {import('./patient-client.mjs').PatientClient} client @param {{ apiUrl: string, mailboxUrl: string, apiKey: string, programme?: string, campaign?: string }} at */
  constructor(client, { apiUrl, mailboxUrl, apiKey, programme = PROGRAMME, campaign = CAMPAIGN }) {
    this.#client = client;
    this.#apiUrl = apiUrl;
    this.#mailboxUrl = mailboxUrl;
    this.#headers = { authorization: `Bearer ${apiKey}` };
    this.#season = { programme, campaign };
  }

  async #get(path) {
    const { status, text } = await this.#client.call(`${this.#apiUrl}${path}`, { headers: this.#headers });
    if (status !== 200) throw new Error(`GET ${path} answers ${status}: ${text.slice(0, 500)}`);
    return JSON.parse(text);
  }

  /** @param {string} id @returns {Promise<NominationSeen>} */
  nomination(id) {
    return this.#get(`/v1/nominations/${id}`);
  }

  session(id) {
    return this.#get(`/v1/sessions/${id}`);
  }

  /** @param {string} id @returns {Promise<TimelineEntry[]>} oldest first */
  async timeline(id) {
    return (await this.#get(`/v1/nominations/${id}/timeline`)).entries;
  }

  /** State of every nomination of the season, by id. @returns {Promise<Map<string, string>>} */
  async states() {
    const states = new Map();
    for (let cursor = ''; cursor !== null;) {
      const query = new URLSearchParams({ ...this.#season, limit: String(PAGE), ...(cursor && { cursor }) });
      const page = await this.#get(`/v1/nominations?${query}`);
      for (const { id, state } of page.items) states.set(id, state);
      cursor = page.nextCursor;
    }
    return states;
  }

  /** Titles signed up to a day, each with its award, level and paper. @param {string} asOf @returns {Promise<TitleSeen[]>} */
  async titles(asOf) {
    const report = await this.#get(`/v1/reports/titles?${new URLSearchParams({ asOf, ...this.#season })}`);
    return report.counts.flatMap(({ rows }) => rows);
  }

  /** Mails that came since the last call, oldest first. @returns {Promise<import('./mail-tally.mjs').Mail[]>} */
  async newMails() {
    const { status, text } = await this.#client.call(`${this.#mailboxUrl}/email${this.#newest && `?after=${this.#newest}`}`);
    if (status !== 200) throw new Error(`The mailbox answers ${status}`);
    const mails = JSON.parse(text);
    this.#newest = mails.at(-1)?.id ?? this.#newest;
    return mails;
  }
}
