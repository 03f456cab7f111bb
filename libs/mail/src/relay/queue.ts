import type { ClaimedMail } from '@laurel/contracts';

/** A claimed mail and the round of the circuit in which it was claimed. */
export interface Claimed {
  readonly mail: ClaimedMail;
  readonly round: number;
}

/**
 * The mails that this relay holds: a few are sent at once, the others wait their turn. New ones may join at any time, so
 * that a slow mail holds up nobody.
 */
export class Queue {
  private readonly waiting: Claimed[] = [];
  private readonly runners = new Set<Promise<void>>();
  private readonly send: (claimed: Claimed) => Promise<void>;
  private readonly width: number;
  private held = 0;
  private running = 0;
  private onFreed: (() => void) | null = null;

  /** `send` never rejects; at most `width` run at once. */
  constructor(width: number, send: (claimed: Claimed) => Promise<void>) {
    this.width = width;
    this.send = send;
  }

  /** How many are held: waiting or being sent. */
  get size(): number {
    return this.held;
  }

  add(mails: readonly ClaimedMail[], round: number): void {
    this.held += mails.length;
    this.waiting.push(...mails.map((mail) => ({ mail, round })));
    while (this.running < this.width && this.waiting.length > 0) this.startRunner();
  }

  /** Resolves once a mail has been concluded or `limitMs` are over. */
  async freed(limitMs: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, limitMs);
      this.onFreed = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.onFreed = null;
  }

  /** Resolves once nothing is held. */
  async emptied(): Promise<void> {
    while (this.runners.size > 0) await Promise.all(this.runners);
  }

  private startRunner(): void {
    const runner = this.run().finally(() => this.runners.delete(runner));
    this.runners.add(runner);
  }

  private async run(): Promise<void> {
    this.running += 1;
    for (let claimed = this.waiting.shift(); claimed; claimed = this.waiting.shift()) {
      await this.send(claimed);
      this.held -= 1;
      this.onFreed?.();
    }
    this.running -= 1;
  }
}
