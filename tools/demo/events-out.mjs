// Sends events the three ways CloudEvents know: one by one (structured and binary) and in batches.

const STRUCTURED = 'application/cloudevents+json';
const BATCH = 'application/cloudevents-batch+json';
/** The first ones go singly, these many in each form; the rest in batches of the size. */
const SINGLY = 6;
const BATCH_SIZE = 20;
const AGAIN_MS = 500;

/**
 * @typedef {{ specversion: '1.0', id: string, source: string, type: string, time: string, subject?: string, datacontenttype: 'application/json',
 *   data: Record<string, unknown> & { nominee?: { reference: string }, award?: string } }} CloudEvent
 */

/** Laurel refused what the demo sent. */
export class Refused extends Error {
  name = 'Refused';
}

export class EventsOut {
  #client;
  #url;
  #headers;
  /** Events that Laurel called accepted. @type {{ source: string, id: string }[]} */
  accepted = [];

  /** @param {import('./patient-client.mjs').PatientClient} client @param {{ apiUrl: string, apiKey: string }} at */
  constructor(client, { apiUrl, apiKey }) {
    this.#client = client;
    this.#url = `${apiUrl}/v1/events`;
    this.#headers = { authorization: `Bearer ${apiKey}` };
  }

  /**
   * Sends submissions; what was sent before gets the answer it had.
   * @param {CloudEvent[]} events
   * @param {(eventId: string, nominationId: string) => void} onAccepted
   */
  async sendAll(events, onAccepted) {
    const singles = events.slice(0, 2 * SINGLY);
    for (const [index, event] of singles.entries()) {
      const answer = index < SINGLY ? await this.#structured(event) : await this.#binary(event);
      onAccepted(event.id, this.#noted(event, answer).nominationId);
    }
    for (let from = singles.length; from < events.length; from += BATCH_SIZE) {
      await this.#batch(events.slice(from, from + BATCH_SIZE), onAccepted);
    }
  }

  /** @param {CloudEvent} event */
  async send(event) {
    this.#noted(event, await this.#structured(event));
  }

  #noted(event, answer) {
    if (answer.status !== 202) throw refusal(`Event ${event.id}`, answer.status, problemIn(answer));
    this.accepted.push({ source: event.source, id: event.id });
    return answer.json();
  }

  #structured(event) {
    return this.#client.send(this.#url, { headers: this.#headers, type: STRUCTURED, body: event });
  }

  #binary({ data, datacontenttype, ...attributes }) {
    const ce = Object.entries(attributes).map(([name, value]) => [`ce-${name}`, value]);
    return this.#client.send(this.#url, { headers: { ...this.#headers, ...Object.fromEntries(ce) }, type: datacontenttype, body: data });
  }

  /** What a batch could not store now is sent again; what it refuses is an error. */
  async #batch(events, onAccepted) {
    for (let rest = events; rest.length > 0;) {
      const answer = await this.#client.send(this.#url, { headers: this.#headers, type: BATCH, body: rest });
      if (answer.status !== 200) throw refusal(`A batch of ${rest.length} events`, answer.status, problemIn(answer));
      const items = answer.json().items;
      const again = [];
      for (const [index, event] of rest.entries()) {
        const { status, nominationId, problem } = items[index];
        if (status === 'accepted') {
          this.accepted.push({ source: event.source, id: event.id });
          onAccepted(event.id, nominationId);
        } else if (problem.status >= 500 || problem.status === 429) again.push(event);
        else throw refusal(`Event ${event.id}`, problem.status, problem);
      }
      rest = again;
      if (rest.length > 0) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

function problemIn({ text }) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function refusal(what, status, { detail = '', errors = [] }) {
  const fields = errors.map(({ pointer, detail: why }) => `\n  ${pointer}: ${why}`).join('');
  return new Refused(`${what} was refused with ${status}. ${detail}${fields}`);
}
