// One mailed task after the other, as a person would do it: open the page behind the link, choose, send, press again when asked to.
import { answerOf } from './season.mjs';

/** @typedef {{ entry: import('./season.mjs').Entry, nominationId: string, taskId: string, link: string }} Asked */

export class Reviewer {
  #client;
  #reading;
  /** Tasks whose answer Laurel called recorded, with the answer. @type {Map<string, string>} */
  recorded = new Map();
  /** Tasks that were closed before the answer came, and what the page said. @type {Map<string, string>} */
  tooLate = new Map();

  /** @param {import('./patient-client.mjs').PatientClient} client @param {import('./reading.mjs').Reading} reading */
  constructor(client, reading) {
    this.#client = client;
    this.#reading = reading;
  }

  /**
   * Answers a task if it is open. @param {Asked} asked
   * @returns {Promise<'answered' | 'completion' | 'closed'>} `completion` is not a reviewer's to answer
   */
  async answer(asked) {
    const view = await this.#reading.nomination(asked.nominationId);
    const task = view.openTasks.find(({ id }) => id === asked.taskId);
    if (!task) return 'closed';
    const page = await this.#open(asked);
    if (task.kind === 'completion') return 'completion';
    const form = answerOf(asked.entry.plan, view.level);
    // The page may have been opened a moment too late; the answer to the form says so then.
    if (!page.includes(`value="${form.decision}"`) && page.includes('<form'))
      throw new Error(`The page of task ${asked.taskId} does not offer "${form.decision}"`);
    return this.#press(asked, form);
  }

  async #open({ link, taskId }) {
    const { status, text } = await this.#client.call(link, { headers: { accept: 'text/html' } });
    if (status !== 200) throw new Error(`The page of task ${taskId} answers ${status} instead of 200`);
    return text;
  }

  async #press({ link, taskId }, form) {
    const init = { method: 'POST', headers: { accept: 'application/json' }, body: new URLSearchParams(form) };
    const { status, text } = await this.#client.call(link, init);
    if (status === 409) {
      this.tooLate.set(taskId, JSON.parse(text).detail);
      return 'closed';
    }
    if (status !== 200) throw new Error(`Task ${taskId}: "${form.decision}" was refused with ${status}: ${text.slice(0, 500)}`);
    const said = JSON.parse(text);
    if (said.taskId !== taskId || said.decision !== form.decision || !said.recordedAt)
      throw new Error(`Task ${taskId}: a strange receipt: ${text}`);
    this.recorded.set(taskId, form.decision);
    return 'answered';
  }
}
