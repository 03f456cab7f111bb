import { sleep } from '@temporalio/workflow';

/** Fire-and-forget inside a workflow: a timer's promise is never rejected here because it is never cancelled. */
function start(promise: Promise<void>): void {
  void promise;
}

/**
 * The nomination's one alarm clock. A timer that would ring earlier than asked is kept and set again when it rings:
 * an early ring costs one look at the clock, a cancelled timer costs more at every act.
 */
export class Alarm {
  private readonly running = new Set<number>();

  /** Makes sure that a timer rings at `at` or before. */
  setFor(at: number, now: number, summary: string): void {
    for (const ringsAt of this.running) if (ringsAt <= at) return;
    this.running.add(at);
    start(
      sleep(Math.max(at - now, 1), { summary }).then(() => {
        this.running.delete(at);
      }),
    );
  }

  /** True once no running timer rings at `at` or before. */
  hasRung(at: number): boolean {
    for (const ringsAt of this.running) if (ringsAt <= at) return false;
    return true;
  }
}
