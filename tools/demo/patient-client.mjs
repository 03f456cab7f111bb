// HTTP for people who do not give up: what is answered with "not now", or not at all, is sent again unchanged.
import { setTimeout as sleep } from 'node:timers/promises';

const TRY_MS = 20_000;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 2_000;
/** What `fetch` throws when nobody answers, or stops in the middle; by name, for suites run in a realm of their own. */
const UNREACHED = new Set(['TypeError', 'TimeoutError']);
const NOT_NOW = new Set([429, 500, 502, 503, 504]);

/** @typedef {{ status: number, text: string, json: () => unknown }} Answer */

/** Somebody did not answer for longer than a patient person waits. */
export class NoAnswer extends Error {
  name = 'NoAnswer';
}

export class PatientClient {
  #patienceMs;
  /** Requests sent again, by why: `no answer` or the status and code of the answer. @type {Map<string, number>} */
  retries = new Map();

  /** @param {number} patienceMs how long one request is repeated before it counts as failed */
  constructor(patienceMs) {
    this.#patienceMs = patienceMs;
  }

  /**
   * Sends until something other than "not now" comes back. Only for requests that may be repeated, as all of the contract may.
   * @param {string} url
   * @param {RequestInit} [init]
   * @returns {Promise<Answer>}
   */
  async call(url, init = {}) {
    const until = Date.now() + this.#patienceMs;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const { answer, why } = await this.#once(url, init);
      if (answer) return answer;
      this.retries.set(why, (this.retries.get(why) ?? 0) + 1);
      if (Date.now() > until) throw new NoAnswer(`${init.method ?? 'GET'} ${addressOf(url)}: ${why}, for ${this.#patienceMs / 1000} s`);
      await sleep(pause);
    }
  }

  /** One try: an answer to go on with, or why there is none. @returns {Promise<{ answer?: Answer, why: string }>} */
  async #once(url, init) {
    try {
      const response = await fetch(url, { redirect: 'error', ...init, signal: AbortSignal.timeout(TRY_MS) });
      const text = await response.text();
      const answer = { status: response.status, text, json: () => JSON.parse(text) };
      return NOT_NOW.has(response.status) ? { why: `${response.status}${codeIn(text)}` } : { answer, why: '' };
    } catch (error) {
      if (UNREACHED.has(error.name)) return { why: 'no answer' };
      throw error;
    }
  }

  /** Sends JSON. @param {string} url @param {{ method?: string, headers?: Record<string, string>, type?: string, body: unknown }} what */
  send(url, { method = 'POST', headers = {}, type = 'application/json', body }) {
    return this.call(url, { method, headers: { ...headers, 'content-type': type }, body: JSON.stringify(body) });
  }
}

/** An address without its task token: tokens stand in no output. */
function addressOf(url) {
  return url.replace(/\/t\/[\w-]+/, '/t/…');
}

function codeIn(text) {
  const code = /"code":\s*"([A-Z_]+)"/.exec(text);
  return code ? ` ${code[1]}` : '';
}
