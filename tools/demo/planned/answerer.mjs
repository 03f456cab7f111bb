// Answers mailed tasks as the plan says: opens the page behind the link, chooses, sends.
import { formFor } from './plan.mjs';

/** @typedef {{ planned: import('./plan.mjs').Planned, nominationId: string, taskId: string, link: string }} Asked */

export class Answerer {
  #client;
  #reading;
  #plan;
  /** Tasks whose answer Laurel called recorded, with the answer. @type {Map<string, string>} */
  recorded = new Map();
  /** Nominations whose award has no free place now. @type {Set<string>} */
  waiting = new Set();

  /** @param {import('../patient-client.mjs').PatientClient} client @param {import('../reading.mjs').Reading} reading @param {import('./plan.mjs').Plan} plan */
  constructor(client, reading, plan) {
    this.#client = client;
    this.#reading = reading;
    this.#plan = plan;
  }

  /** @param {Asked} asked */
  async answer({ planned, nominationId, taskId, link }) {
    const view = await this.#reading.nomination(nominationId);
    const task = view.openTasks.find(({ id }) => id === taskId);
    if (!task) return;
    const page = await this.#client.call(link, { headers: { accept: 'text/html' } });
    if (page.status !== 200) throw new Error(`The page of task ${taskId} answers ${page.status} instead of 200`);
    const form = formFor(this.#plan, planned, view, task.kind);
    const { status, text } = await this.#client.call(link, {
      ...{ method: 'POST', headers: { accept: 'application/json' } },
      body: new URLSearchParams(form),
    });
    if (status === 200) this.recorded.set(taskId, form.decision);
    else if (status !== 409)
      throw new Error(`${planned.plan.reference}: "${form.decision}" was refused with ${status}: ${text.slice(0, 500)}`);
    else if (JSON.parse(text).code === 'CAP_REACHED') this.waiting.add(nominationId);
  }
}
