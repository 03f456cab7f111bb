import type { MailLedger } from '@laurel/contracts';
import type { Instant } from '@laurel/domain';

export interface LeaseOptions {
  /** How long a claim holds without being renewed; after a kill, so long do its mails wait for another relay. */
  readonly leaseMs: number;
  /** How often the claims of what is under way are renewed. */
  readonly renewMs: number;
  /** No claim is renewed for longer than this: whatever the transport does, a mail never stays with a relay for ever. */
  readonly longestHoldMs: number;
}

interface Held {
  readonly since: Instant;
  /** Until then it surely holds. */
  readonly until: Instant;
}

/**
 * The claims that this relay holds, each with the instant until which it surely does by its own clock. Claims are short,
 * so that a killed relay holds nothing back, and renewed while their mails are under way.
 */
export class Leases {
  private readonly ledger: Pick<MailLedger, 'renew'>;
  private readonly options: LeaseOptions;
  private readonly now: () => Instant;
  private readonly held = new Map<string, Held>();
  private renewedAt: Instant = 0;
  private timer: NodeJS.Timeout | null = null;

  constructor(ledger: Pick<MailLedger, 'renew'>, options: LeaseOptions, now: () => Instant) {
    this.ledger = ledger;
    this.options = options;
    this.now = now;
  }

  /** Notes mails as claimed; `asked` is the instant before the claim was asked for. */
  hold(ids: readonly string[], asked: Instant): void {
    for (const id of ids) this.held.set(id, { since: asked, until: asked + this.options.leaseMs });
    this.renewedAt = this.held.size === ids.length ? asked : this.renewedAt;
    // A renewal that fails is made up for by the next, or the claim ends.
    this.timer ??= setInterval(() => void this.renew().catch(() => undefined), this.options.renewMs);
    this.timer.unref();
  }

  release(id: string): void {
    this.held.delete(id);
    if (this.held.size > 0 || this.timer === null) return;
    clearInterval(this.timer);
    this.timer = null;
  }

  /** Whether the claim still holds, so that a verdict on it counts. */
  isHeld(id: string): boolean {
    return (this.held.get(id)?.until ?? 0) > this.now();
  }

  /** Whether enough of the claim is left to begin sending. */
  mayBegin(id: string): boolean {
    return (this.held.get(id)?.until ?? 0) - this.now() > this.options.leaseMs / 2;
  }

  /** Renews what is under way unless it was done just now; to be called before claiming, lest a relay claim its own mails again. */
  async keep(): Promise<void> {
    if (this.held.size > 0 && this.now() - this.renewedAt >= this.options.renewMs) await this.renew();
  }

  private async renew(): Promise<void> {
    const asked = this.now();
    const renewable = [...this.held].filter(([id, { since }]) => this.isHeld(id) && asked - since < this.options.longestHoldMs);
    const ids = renewable.map(([id]) => id);
    if (ids.length > 0) await this.ledger.renew(ids, this.options.leaseMs);
    this.renewedAt = asked;
    for (const [id, { since }] of renewable) if (this.held.has(id)) this.held.set(id, { since, until: asked + this.options.leaseMs });
  }
}
