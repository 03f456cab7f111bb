import type { ActsRepository } from './acts.repository.ts';

/**
 * Gathers acts whose histories are known to have them, and notes them a few at a time. Losing one costs a signal that
 * changes nothing.
 */
export class Acknowledgements {
  private waiting: string[] = [];
  private timer: NodeJS.Timeout | null = null;
  private readonly acts: Pick<ActsRepository, 'acknowledge'>;
  private readonly gatherMs: number;

  constructor(acts: Pick<ActsRepository, 'acknowledge'>, gatherMs = 200) {
    this.acts = acts;
    this.gatherMs = gatherMs;
  }

  note(actId: string): void {
    this.waiting.push(actId);
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.acts.acknowledge(this.waiting.splice(0)).catch(() => undefined);
    }, this.gatherMs);
    this.timer.unref();
  }
}
