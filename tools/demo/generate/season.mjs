// The season of a programme: its nominations as CloudEvents, and the plan that says what becomes of each.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { inRoot } from '../../lib/paths.mjs';
import { addressOf } from './people.mjs';

/**
 * @typedef {'individual' | 'collective' | 'household'} Kind
 * @typedef {{ award: string, unit: string, kind: Kind, fullName: string, deed: string, stream?: string, basis?: string,
 *   documents: string[], answers?: Record<string, Record<string, string>>, against?: number, birthYear?: number }} Wish
 *   `answers`: the form sent for a task, by level and kind, where it is not the usual one; `against`: so many members of the council vote no
 */

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

export class SeasonWriter {
  #about;
  #events = [];
  #entries = [];

  /** @param {{ programme: string, campaign: string, prefix: string, house: string, year: number, filedOn: string, submissionOf: (unit: string) => string }} about */
  constructor(about) {
    this.#about = about;
  }

  /** @param {Wish} wish @returns {string} the nominee's reference */
  add({ award, unit, kind, fullName, deed, documents, stream = 'regular', basis = 'single-deed', answers = {}, against = 0, birthYear }) {
    const { programme, campaign, prefix, house, year, filedOn, submissionOf } = this.#about;
    const number = String(this.#events.length + 1).padStart(3, '0');
    const reference = `${prefix.toUpperCase()}-${number}`;
    const data = {
      programme,
      campaign,
      submission: submissionOf(unit),
      nominator: { unit, officer: addressOf(`${unit}/officer`, house) },
      nominee: { kind, fullName, unit, reference, ...(birthYear && { birthYear }) },
      award,
      achievement: { title: deed, summary: `${fullName}: ${deed}.`, from: `${year}-01-10`, to: `${year}-03-31`, stream, basis },
      documents: documents.map((document) => ({
        kind: document,
        name: `${document}-${number}.pdf`,
        sha256: sha256(`${prefix} ${document} ${number}`),
      })),
    };
    const event = { specversion: '1.0', id: `${prefix}-${number}`, source: `/units/${unit}`, type: 'laurel.nomination.submitted.v1' };
    this.#events.push({ ...event, time: `${filedOn}T08:00:00+07:00`, datacontenttype: 'application/json', data });
    this.#entries.push({ reference, ...(Object.keys(answers).length > 0 && { answers }), ...(against > 0 && { against }) });
    return reference;
  }

  /** Writes people.yaml, events and plan. @param {string} people @param {object} plan */
  write(people, plan) {
    const { programme, campaign } = this.#about;
    const folder = inRoot('programmes', programme);
    mkdirSync(`${folder}/demo`, { recursive: true });
    writeFileSync(`${folder}/people.yaml`, people);
    writeFileSync(`${folder}/demo/events.ndjson`, this.#events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    const whole = { programme, campaign, ...plan, entries: this.#entries };
    writeFileSync(`${folder}/demo/plan.json`, `${JSON.stringify(whole, undefined, 1)}\n`);
  }
}
