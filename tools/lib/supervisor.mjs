// Keeps the parts of the local stack alive: a part that dies is started again, slower each time; one that keeps dying
// while the stack starts ends everything with the cause.
import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTime } from './identity.mjs';
import { isRunning, lastLines, spawnPart, stopPart } from './processes.mjs';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 15_000;
/** A part that has lived this long counts as healthy again. */
const STABLE_MS = 30_000;
/** So many deaths while the stack starts, and there is no point in going on. */
const DEATHS_AT_START = 3;

/**
 * @typedef {{ name: string, title: string, logFile: string, graceMs?: number,
 *   prepare: () => Promise<Omit<import('./processes.mjs').PartSpec, 'logFile'>>,
 *   ready: (stillThere: () => boolean) => Promise<void> }} PartPlan `ready` rejects when the part cannot be reached in time
 * @typedef {{ how: string, hopeless?: boolean }} Death `hopeless`: trying again at once would end the same way
 */

export class Supervisor {
  /** @type {Map<string, { plan: PartPlan, child?: import('./processes.mjs').Part, deaths: number }>} */
  #parts = new Map();
  #starting = true;
  #stopping = false;
  #say;
  #stateFile;
  #fail;
  /** Rejects when a part cannot be kept alive while the stack starts. */
  failed;

  /** @param {{ say: (text: string) => void, stateFile: string }} options `stateFile` remembers who was started, for a next start after a crash */
  constructor({ say, stateFile }) {
    this.#say = say;
    this.#stateFile = stateFile;
    this.failed = new Promise((resolve, reject) => (this.#fail = reject));
    this.failed.catch(() => {});
  }

  /** Starts a part and resolves once it is ready; from then on it is kept alive. @param {PartPlan} plan */
  start(plan) {
    const part = { plan, deaths: 0 };
    this.#parts.set(plan.name, part);
    return new Promise((resolve) => void this.#keep(part, resolve));
  }

  /** From now on a part that dies is restarted for ever. */
  allStarted() {
    this.#starting = false;
  }

  async #keep(part, onReady) {
    while (!this.#stopping) {
      const since = Date.now();
      const death = await this.#live(part, onReady);
      if (this.#stopping) return;
      part.deaths = Date.now() - since > STABLE_MS ? 1 : part.deaths + 1;
      if (this.#starting && (death.hopeless || part.deaths >= DEATHS_AT_START)) return this.#fail(this.#obituary(part, death));
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** (part.deaths - 1), LONGEST_PAUSE_MS);
      this.#say(`${part.plan.title} ${death.how}; starting it again in ${pause / 1000} s (log: ${part.plan.logFile})`);
      await sleep(pause);
    }
  }

  /** One life of a part: resolves when it is over. @returns {Promise<Death>} */
  async #live(part, onReady) {
    try {
      const spec = await part.plan.prepare();
      if (this.#stopping) return { how: 'was stopped' };
      part.child = spawnPart({ ...spec, logFile: part.plan.logFile });
    } catch (error) {
      return { how: `could not be started: ${error.message}`, hopeless: true };
    }
    this.#remember();
    return this.#untilGone(part, onReady);
  }

  #untilGone({ plan, child, deaths }, onReady) {
    const onUp = () => {
      if (deaths > 0 && !this.#stopping) this.#say(`${plan.title} is up again`);
      onReady();
    };
    return new Promise((resolve) => {
      child.once('error', (error) => resolve({ how: `could not be started: ${error.message}`, hopeless: true }));
      child.once('exit', (code, signal) => resolve({ how: signal ? `was killed by ${signal}` : `ended with code ${code}` }));
      plan
        .ready(() => isRunning(child))
        .then(onUp, (error) => {
          if (this.#stopping || !isRunning(child)) return;
          child.kill('SIGKILL');
          resolve({ how: `does not answer (${error.message})`, hopeless: true });
        });
    });
  }

  #obituary({ plan, child, deaths }, { how }) {
    const words = child ? `\nIts last words:\n${lastLines(child)}\nAll of them: ${plan.logFile}` : '';
    return new Error(`${plan.title} ${how}${deaths > 1 ? `, ${deaths} times in a row` : ''}.${words}`);
  }

  #remember() {
    const parts = [...this.#parts.values()].filter(({ child }) => child && isRunning(child));
    const state = {
      pid: process.pid,
      startedAt: startTime(process.pid),
      parts: parts.map(({ plan, child }) => ({
        name: plan.name,
        pid: child.pid,
        startedAt: startTime(child.pid),
        stopSignal: child.stopSignal,
      })),
    };
    writeFileSync(this.#stateFile, `${JSON.stringify(state, undefined, 2)}\n`);
  }

  /** Stops the parts named, together, and waits. Nothing is restarted after the first call. @param {string[]} names */
  async stop(names) {
    this.#stopping = true;
    const parts = names.map((name) => this.#parts.get(name)).filter((part) => part?.child);
    await Promise.all(parts.map(({ child, plan }) => stopPart(child, plan.graceMs ?? 3000)));
  }

  killAll() {
    this.#stopping = true;
    for (const { child } of this.#parts.values()) if (child && isRunning(child)) child.kill('SIGKILL');
  }
}
