// Counts mails as somebody outside sees them: by kind, sent twice as one mail, sent twice as two.

/** @typedef {{ id: string, to: string[], subject: string, headers: Record<string, string>, text: string, html: string }} Mail */

export class MailTally {
  /** @type {Map<string, number>} */
  byKind = new Map();
  /** Deliveries of a Message-ID beyond the first. */
  repeats = 0;
  #messageIds = new Set();
  /** Message-IDs by ledger key. @type {Map<string, Set<string>>} */
  #byKey = new Map();
  /** Nominations whose end was told. @type {Set<string>} */
  resultsFor = new Set();

  /** @param {Mail} mail */
  add(mail) {
    const { 'message-id': messageId, 'x-laurel-kind': kind, 'x-laurel-nomination': nominationId } = mail.headers;
    if (this.#messageIds.has(messageId)) {
      this.repeats += 1;
      return;
    }
    this.#messageIds.add(messageId);
    this.byKind.set(kind, (this.byKind.get(kind) ?? 0) + 1);
    if (kind === 'result') this.resultsFor.add(nominationId);
    const key = keyOf(mail);
    this.#byKey.set(key, (this.#byKey.get(key) ?? new Set()).add(messageId));
  }

  get distinct() {
    return this.#messageIds.size;
  }

  /** Mails that went out as two, with different Message-IDs. */
  get doubles() {
    return [...this.#byKey.values()].reduce((sum, { size }) => sum + size - 1, 0);
  }
}

/** The ledger key, as the mail carries it. @param {Mail} mail */
function keyOf({ to, headers }) {
  const about = headers['x-laurel-task'] ?? headers['x-laurel-session'] ?? headers['x-laurel-nomination'];
  return JSON.stringify([about, [...to].sort(), headers['x-laurel-kind'], headers['x-laurel-occurrence']]);
}

/**
 * The one link of a task mail. Throws when there is none or more than one, or when both parts do not carry the same.
 * @param {Mail} mail
 */
export function linkOf({ id, text, html }) {
  const links = new Set(text.match(/https?:\/\/\S+\/t\/[\w-]{43,}/g) ?? []);
  const [link] = links;
  if (links.size !== 1) throw new Error(`Mail ${id}: ${links.size} links in the text part instead of one`);
  if (!html.includes(link)) throw new Error(`Mail ${id}: the HTML part does not carry the link of the text part`);
  return link;
}
