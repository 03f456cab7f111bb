import type { PulseRepository } from '@laurel/db';
import type { Logger } from '@laurel/observability';

/** What a loop does in one turn; answers how much it found, so that a busy loop turns again at once. */
export type Turn = () => Promise<number>;

export interface LoopOptions {
  readonly name: string;
  readonly worker: string;
  /** Longest rest between turns, milliseconds; a nudge ends it early. */
  readonly restMs: number;
  readonly turn: Turn;
  readonly pulse: PulseRepository;
  readonly log: Logger;
}

const PULSE_EVERY_MS = 5_000;
const REST_AFTER_ERROR_MS = 1_000;

/** A background loop: turns until stopped, rests when there is nothing to do, and says when it last turned. */
export class Loop {
  private stopped = false;
  private nudged = false;
  private wake: (() => void) | null = null;
  private running: Promise<void> = Promise.resolve();
  private pulseAt = 0;
  private readonly options: LoopOptions;

  constructor(options: LoopOptions) {
    this.options = options;
  }

  start(): void {
    this.running = this.run();
  }

  /** Ends the rest at once. */
  nudge(): void {
    this.nudged = true;
    this.wake?.();
  }

  /** Lets the turn under way finish. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake?.();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      this.nudged = false;
      const found = await this.turnOnce();
      if (found === 0) await this.rest(this.options.restMs);
      if (found < 0) await this.rest(REST_AFTER_ERROR_MS);
    }
  }

  private async turnOnce(): Promise<number> {
    try {
      const found = await this.options.turn();
      await this.beat(null);
      return found;
    } catch (error) {
      this.options.log.error({ err: error }, `${this.options.name} could not finish its turn`);
      await this.beat(error instanceof Error ? error.message : String(error)).catch(() => undefined);
      return -1;
    }
  }

  private async beat(error: string | null): Promise<void> {
    const now = Date.now();
    if (error === null && now - this.pulseAt < PULSE_EVERY_MS) return;
    this.pulseAt = error === null ? now : 0;
    await this.options.pulse.turned(this.options.name, this.options.worker, error);
  }

  private async rest(ms: number): Promise<void> {
    if (this.stopped || this.nudged) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = null;
  }
}
