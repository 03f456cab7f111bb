// A council meets once: the secretary convenes it when every line stands before it, the members come and vote by their links.
import { setTimeout as sleep } from 'node:timers/promises';
import { linkOf } from '../mail-tally.mjs';

/** From the convening to the ballot: time enough for the mails to arrive and be answered. */
const OPENS_IN_MS = 15_000;
const OPEN_FOR_MS = 10 * 60_000;
const ASK_AGAIN_MS = 500;

export class Council {
  #client;
  #reading;
  #plan;
  #headers;
  #apiUrl;
  /** @type {Map<string, import('./plan.mjs').Planned>} by nomination id */
  #entries;
  /** @type {string | null} */
  #sessionId = null;
  #came = new Set();
  #voted = new Set();
  #closed = false;

  /**
   * @param {{ client: import('../patient-client.mjs').PatientClient, reading: import('../reading.mjs').Reading, plan: import('./plan.mjs').Plan,
   *   entries: Map<string, import('./plan.mjs').Planned>, apiUrl: string, apiKey: string }} with_
   */
  constructor({ client, reading, plan, entries, apiUrl, apiKey }) {
    this.#client = client;
    this.#reading = reading;
    this.#plan = plan;
    this.#entries = entries;
    this.#apiUrl = apiUrl;
    this.#headers = { authorization: `Bearer ${apiKey}` };
  }

  /** Ballots cast in this run. */
  get votes() {
    return this.#voted.size;
  }

  /** @param {import('../mail-tally.mjs').Mail} mail @returns {boolean} whether it belongs to a session of this council */
  owns({ to, headers }) {
    return headers['x-laurel-session'] !== undefined && this.#seatOf(to) >= 0;
  }

  #seatOf(to) {
    return this.#plan.session?.members.findIndex((address) => to.includes(address)) ?? -1;
  }

  /** Convenes once everybody on the plan's agenda stands before the council. @param {number} standing */
  async conveneWhenComplete(standing) {
    const { session, programme, campaign } = this.#plan;
    if (session === null || this.#sessionId !== null || standing < session.lines) return;
    const opens = Date.now() + OPENS_IN_MS;
    const body = {
      ...{ programme, campaign, council: session.council, agenda: 'all-waiting' },
      meetsAt: new Date(opens).toISOString(),
      ballotOpensAt: new Date(opens).toISOString(),
      ballotClosesAt: new Date(opens + OPEN_FOR_MS).toISOString(),
    };
    const answer = await this.#client.send(`${this.#apiUrl}/v1/sessions`, { headers: this.#headers, body });
    if (answer.status !== 201) throw new Error(`The council was not convened: ${answer.status} ${answer.text.slice(0, 500)}`);
    this.#sessionId = answer.json().id;
  }

  /** Does what a member's mail asks for: comes, or votes; whoever votes last lets the secretary close. @param {import('../mail-tally.mjs').Mail} mail */
  async takeUp(mail) {
    const seat = this.#seatOf(mail.to);
    const { 'x-laurel-session': sessionId, 'x-laurel-kind': kind } = mail.headers;
    this.#sessionId ??= sessionId;
    if (kind === 'convening' && !this.#came.has(seat)) return this.#attend(seat, linkOf(mail));
    if (kind === 'assignment' && !this.#plan.session.away.includes(seat) && !this.#voted.has(seat)) await this.#vote(seat, linkOf(mail));
  }

  async #attend(seat, link) {
    this.#came.add(seat);
    if ((await this.#reading.session(this.#sessionId)).state !== 'convened') return;
    const { written, away } = this.#plan.session;
    const attendance = away.includes(seat) ? 'away' : written.includes(seat) ? 'written' : 'present';
    await this.#post(link, { attendance }, [409]);
  }

  async #vote(seat, link) {
    const { state, lines } = await this.#reading.session(this.#sessionId);
    if (state !== 'open') return;
    const page = await this.#client.call(link, { headers: { accept: 'text/html' } });
    const nonce = /name="nonce" value="([\w-]+)"/.exec(page.text)?.[1];
    if (nonce !== undefined) {
      const votes = lines.map(({ nominationId }) => [`votes[${nominationId}]`, this.#voiceOf(seat, nominationId)]);
      await this.#post(link, { nonce, ...Object.fromEntries(votes) }, []);
    }
    this.#voted.add(seat);
    await this.#closeAfterTheLast();
  }

  #voiceOf(seat, nominationId) {
    return seat < (this.#entries.get(nominationId)?.plan.against ?? 0) ? 'no' : 'yes';
  }

  async #closeAfterTheLast() {
    const { members, away } = this.#plan.session;
    if (this.#closed || this.#voted.size < members.length - away.length) return;
    this.#closed = true;
    const url = `${this.#apiUrl}/v1/sessions/${this.#sessionId}/close`;
    await this.#client.send(url, { headers: this.#headers, body: { reason: 'Đã bỏ phiếu xong.' } });
    while (['open', 'closing'].includes((await this.#reading.session(this.#sessionId)).state)) await sleep(ASK_AGAIN_MS);
  }

  async #post(link, form, allowed) {
    const init = { method: 'POST', headers: { accept: 'application/json' }, body: new URLSearchParams(form) };
    const { status, text } = await this.#client.call(link, init);
    if (status !== 200 && !allowed.includes(status)) throw new Error(`A member's page answers ${status}: ${text.slice(0, 500)}`);
  }
}
