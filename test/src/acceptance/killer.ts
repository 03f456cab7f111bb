import type { Stack } from '../stack/index.ts';
import { pause } from '../stack/index.ts';
import { chance } from './chance.ts';

export type Part = 'worker' | 'api' | 'postgres' | 'temporal';

/** Kills a part once the season has come so far (0 to 1) and a little later. */
interface Kill {
  readonly part: Part;
  readonly at: number;
  readonly afterMs: number;
  readonly downMs: number;
}

/** Nothing is left to kill for at the very end. */
const LATEST = 0.92;
const LONGEST_DELAY_MS = 1_500;
const LONGEST_DOWN_MS = 1_200;
const WATCH_MS = 250;

/** `kill -9` of the parts of a stack at moments that a seed chooses, each part started again as `npm start` would. */
export class Killer {
  /** Mails that were being sent when the worker or its database died: each may arrive twice. */
  inFlight = 0;
  private readonly stack: Stack;
  private readonly waiting: Kill[];
  private readonly done: string[] = [];
  /** Parts that ended without having been killed, with their last words. */
  readonly endedByThemselves: string[] = [];
  private running: Promise<void> = Promise.resolve();
  private over = false;

  constructor(stack: Stack, seed: number, parts: readonly Part[]) {
    this.stack = stack;
    const next = chance(seed);
    const kills = parts.map((part) => ({
      part,
      at: next() * LATEST,
      afterMs: next() * LONGEST_DELAY_MS,
      downMs: next() * LONGEST_DOWN_MS,
    }));
    this.waiting = kills.toSorted((a, b) => a.at - b.at);
  }

  /** What was killed when, in order. */
  get story(): readonly string[] {
    return this.done;
  }

  /** Tells how far the season has come. Kills follow each other, however close their moments lie. */
  reached(done: number): void {
    while (this.waiting[0] && this.waiting[0].at <= done) {
      const kill = this.waiting.shift();
      if (kill) this.running = this.running.then(() => this.strike(kill));
    }
  }

  /** Starts whatever ended by itself, as the supervisor would, until the end. */
  async watch(): Promise<void> {
    while (!this.over) {
      await pause(WATCH_MS);
      this.running = this.running.then(() => this.revive());
      await this.running;
    }
  }

  /** Resolves when every kill that began is over. */
  async finish(): Promise<void> {
    this.over = true;
    await this.running;
  }

  private revive(): void {
    for (const [name, child] of [
      ['worker', this.stack.worker],
      ['api', this.stack.api],
    ] as const) {
      if (child.isRunning) continue;
      this.endedByThemselves.push(`${name} ended by itself: ${child.output.slice(-500)}`);
      child.start();
    }
  }

  private async strike({ part, at, afterMs, downMs }: Kill): Promise<void> {
    await pause(afterMs);
    const sending = part === 'worker' || part === 'postgres' ? await this.countWhileFrozen() : 0;
    this.inFlight += sending;
    const target = this.target(part);
    await target.kill();
    await this.stack.worker.signal('SIGCONT');
    this.done.push(`${part} at ${(100 * at).toFixed(0)} %, ${String(sending)} mails in flight`);
    await pause(downMs);
    await target.start();
  }

  /** The mails in flight, while the worker can neither finish one nor begin another. It stays frozen. */
  private async countWhileFrozen(): Promise<number> {
    await this.stack.worker.signal('SIGSTOP');
    // A statement that was on its way when the worker froze.
    await pause(50);
    return this.stack.view.count(`mail_ledger WHERE state = 'sending'`);
  }

  private target(part: Part): { kill: () => Promise<void>; start: () => void | Promise<void> } {
    const { worker, api, servers } = this.stack;
    switch (part) {
      case 'worker':
        return worker;
      case 'api':
        return api;
      case 'postgres':
        return servers.postgres;
      case 'temporal':
        return servers.temporal;
    }
  }
}
