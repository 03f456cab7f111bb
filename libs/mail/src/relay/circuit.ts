import type { Instant } from '@laurel/domain';

export interface CircuitOptions {
  /** Wait before the channel is tried again after the first failure: one broken connection is not yet an incident. */
  readonly secondLookMs: number;
  /** Wait after the channel was found down; doubles up to `longestMs`. */
  readonly probeMs: number;
  readonly longestMs: number;
}

export interface ChannelReport {
  readonly up: boolean;
  readonly reason: string | null;
  readonly at: Instant;
}

/**
 * Whether the mail channel as a whole works. The first failure stops the sending; one mail is tried again soon. Only
 * when that fails too is the channel reported down, once; from then on single mails probe it with growing pauses until
 * one is answered.
 */
export class Circuit {
  private readonly options: CircuitOptions;
  private failures = 0;
  /** Grows with each failure: what was sent before it tells nothing about afterwards. */
  private round = 0;
  private retryAt: Instant = 0;
  private reason: string | null = null;
  /** What the ledger was last told; null after a start, when another process may have left the channel down. */
  private told: boolean | null = null;
  /** Whether a server has answered since the last failure: only then is the channel known to be up. */
  private proved = false;

  constructor(options: CircuitOptions) {
    this.options = options;
  }

  get isClosed(): boolean {
    return this.failures === 0;
  }

  get currentRound(): number {
    return this.round;
  }

  get lastReason(): string {
    return this.reason ?? 'the mail channel is down';
  }

  /** How many mails may be claimed now: all, one as a probe, or none. */
  allowance(all: number, now: Instant): number {
    if (this.isClosed) return all;
    return now < this.retryAt ? 0 : Math.min(1, all);
  }

  /** The server answered, be it with a refusal. */
  answered(round: number): void {
    if (round !== this.round) return;
    this.failures = 0;
    this.reason = null;
    this.proved = true;
  }

  /** The channel failed for a mail whose sending began in `round`; many failing at once count once. */
  failed(round: number, reason: string, now: Instant): void {
    if (round !== this.round) return;
    this.round += 1;
    this.proved = false;
    this.failures += 1;
    this.reason = reason;
    this.retryAt = now + this.pause();
  }

  /** What the ledger should hear now, or null. Call {@link heard} once it has. */
  report(now: Instant): ChannelReport | null {
    if (this.failures >= 2 && this.told !== false) return { up: false, reason: this.lastReason, at: now };
    if (this.proved && this.told !== true) return { up: true, reason: null, at: now };
    return null;
  }

  heard(report: ChannelReport): void {
    this.told = report.up;
  }

  private pause(): number {
    const { secondLookMs, probeMs, longestMs } = this.options;
    return this.failures === 1 ? secondLookMs : Math.min(longestMs, probeMs * 2 ** Math.min(this.failures - 2, 20));
  }
}
