import type { MailLedger, MailVerdict } from '@laurel/contracts';

interface Settled {
  readonly id: string;
  readonly verdict: MailVerdict;
}

/** Writes verdicts as they come, those of a few milliseconds in one statement; keeps them until they are written. */
export class Settlement {
  private readonly ledger: MailLedger;
  private readonly gatherMs: number;
  private waiting: Settled[] = [];
  private writing: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;
  private failed = false;

  constructor(ledger: MailLedger, gatherMs: number) {
    this.ledger = ledger;
    this.gatherMs = gatherMs;
  }

  add(id: string, verdict: MailVerdict): void {
    this.waiting.push({ id, verdict });
    // A failure keeps the verdicts; the next flush writes them and tells.
    this.timer ??= setTimeout(() => void this.flush().catch(() => undefined), this.gatherMs);
  }

  /** Writes again what could not be written; rejects when it still cannot. */
  async retry(): Promise<void> {
    if (this.failed) await this.flush();
  }

  /** Writes everything that waits; rejects when the ledger cannot be written, and keeps it then. */
  flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.writing = this.writing.catch(() => undefined).then(() => this.write());
    return this.writing;
  }

  private async write(): Promise<void> {
    const batch = this.waiting;
    if (batch.length === 0) return;
    this.waiting = [];
    try {
      await this.ledger.settle(batch);
      this.failed = false;
    } catch (error) {
      this.failed = true;
      this.waiting = [...batch, ...this.waiting];
      throw error;
    }
  }
}
