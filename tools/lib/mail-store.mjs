// Mails in one append-only file, with an index in memory: bodies are read from the file when somebody asks.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * @typedef {{ id: string, from: string, to: string[], subject: string, date: string,
 *   headers: Record<string, string>, text: string, html: string }} Mail `date` ISO; header names in lower case
 * @typedef {Pick<Mail, 'id' | 'from' | 'to' | 'subject' | 'date'> & { kind: string, search: string, offset: number, bytes: number }} Entry
 */

/** @returns {Omit<Entry, 'offset' | 'bytes'>} what lists and the search need */
function summary({ id, from, to, subject, date, headers }) {
  const ids = ['x-laurel-kind', 'x-laurel-task', 'x-laurel-nomination', 'x-laurel-session', 'message-id'].map(
    (name) => headers[name] ?? '',
  );
  return { id, from, to, subject, date, kind: ids[0], search: [from, ...to, subject, ...ids].join(' ').toLowerCase() };
}

export class MailStore {
  #file;
  #keep;
  /** @type {Entry[]} oldest first */
  #entries = [];
  #nextId = 1;
  #size = 0;
  #handle;
  /** Writes happen one after the other; each waits for the one before. */
  #tail = Promise.resolve();

  /** @param {string} file @param {number} keep how many mails are kept; older ones go first */
  constructor(file, keep = 20_000) {
    this.#file = file;
    this.#keep = keep;
  }

  /** Reads back what an earlier run has written. A line cut off by a kill was never acknowledged and is dropped. */
  async open() {
    mkdirSync(dirname(this.#file), { recursive: true });
    const lines = existsSync(this.#file) ? readFileSync(this.#file, 'utf8').split('\n') : [];
    const whole = lines.slice(0, -1).map((line) => JSON.parse(line));
    this.#nextId = Math.max(1, ...whole.map((line) => line.nextId ?? Number(line.id) + 1));
    const mails = whole.filter((line) => line.id !== undefined).slice(-this.#keep);
    await this.#rewrite(mails);
  }

  async #rewrite(mails) {
    await this.#handle?.close();
    const lines = [{ nextId: this.#nextId }, ...mails].map((line) => `${JSON.stringify(line)}\n`);
    writeFileSync(`${this.#file}.new`, lines.join(''));
    renameSync(`${this.#file}.new`, this.#file);
    this.#handle = await open(this.#file, 'a+');
    this.#entries = [];
    this.#size = Buffer.byteLength(lines[0]);
    mails.forEach((mail, index) => this.#index(mail, Buffer.byteLength(lines[index + 1])));
  }

  #index(mail, bytes) {
    this.#entries.push({ ...summary(mail), offset: this.#size, bytes });
    this.#size += bytes;
    if (this.#entries.length > this.#keep) this.#entries.shift();
  }

  /** One thing at a time on the file. */
  #inTurn(work) {
    const result = this.#tail.then(work);
    this.#tail = result.catch(() => {});
    return result;
  }

  /** Resolves once the mail is in the file. @param {Omit<Mail, 'id'>} mail */
  add(mail) {
    return this.#inTurn(async () => {
      const stored = { id: String(this.#nextId), ...mail };
      const line = Buffer.from(`${JSON.stringify(stored)}\n`);
      await this.#handle.appendFile(line);
      this.#nextId++;
      this.#index(stored, line.length);
      return stored.id;
    });
  }

  /** Forgets all mails; ids go on counting. */
  clear() {
    return this.#inTurn(() => this.#rewrite([]));
  }

  /** Entries after the id, oldest first. @param {string} [after] */
  list(after = '0') {
    const from = Number(after) || 0;
    let index = this.#entries.length;
    while (index > 0 && Number(this.#entries[index - 1].id) > from) index--;
    return this.#entries.slice(index);
  }

  /** @param {string} id */
  find(id) {
    return this.#entries.find((entry) => entry.id === id);
  }

  /** The whole mail, as JSON text. @param {Entry} entry */
  async read(entry) {
    const { buffer } = await this.#handle.read(Buffer.alloc(entry.bytes), 0, entry.bytes, entry.offset);
    return buffer.toString('utf8').trimEnd();
  }

  close() {
    return this.#inTurn(() => this.#handle.close());
  }

  get count() {
    return this.#entries.length;
  }
}
