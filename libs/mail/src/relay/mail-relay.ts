import type { ClaimedMail, MailLedger, MailVerdict, TaskLinks } from '@laurel/contracts';
import type { Instant } from '@laurel/domain';
import { renderMail, type RenderedMail } from '../render-mail.ts';
import type { MailTransport } from '../transport/mail-transport.ts';
import { Circuit, type CircuitOptions } from './circuit.ts';
import { Leases, type LeaseOptions } from './leases.ts';
import { Settlement } from './settlement.ts';

export interface MailRelayOptions extends CircuitOptions, LeaseOptions {
  /** Most mails claimed at a time. */
  readonly batch: number;
  /** Verdicts of so many milliseconds are settled in one statement. */
  readonly gatherMs: number;
  /** A turn waits no longer for slow mails; they go on and are settled when they are done. */
  readonly patienceMs: number;
}

export interface MailRelayParts {
  readonly ledger: MailLedger;
  readonly transport: MailTransport;
  readonly links: TaskLinks;
  readonly now?: () => Instant;
  readonly options?: Partial<MailRelayOptions>;
}

const defaults: MailRelayOptions = {
  batch: 64,
  leaseMs: 10_000,
  renewMs: 3_000,
  longestHoldMs: 90_000,
  gatherMs: 10,
  patienceMs: 1_000,
  secondLookMs: 250,
  probeMs: 1_000,
  longestMs: 30_000,
};

/**
 * Empties the mail ledger. Any number of relays may run side by side: rows are claimed with a lease. Safe to kill at any
 * instant: what was being sent is claimed again after its short lease, as ambiguous and with the same Message-ID.
 */
export class MailRelay {
  private readonly parts: MailRelayParts;
  private readonly options: MailRelayOptions;
  private readonly now: () => Instant;
  private readonly circuit: Circuit;
  private readonly settlement: Settlement;
  private readonly leases: Leases;
  private readonly turns = new Set<Promise<void>>();
  private underWay = 0;

  constructor(parts: MailRelayParts) {
    this.parts = parts;
    this.options = { ...defaults, ...parts.options };
    this.now = parts.now ?? Date.now;
    this.circuit = new Circuit(this.options);
    this.settlement = new Settlement(parts.ledger, this.options.gatherMs);
    this.leases = new Leases(parts.ledger, this.options, this.now);
  }

  /** Whether mails are being sent; false while the channel is found down. */
  get isChannelUp(): boolean {
    return this.circuit.isClosed;
  }

  /** Claims what is due, sends and settles it. Resolves to the number claimed; rejects only when the ledger fails. */
  async turn(): Promise<number> {
    await this.settlement.flush();
    await this.tellChannel();
    await this.leases.keep();
    const round = this.circuit.currentRound;
    const asked = this.now();
    const room = this.circuit.allowance(this.options.batch - this.underWay, this.now());
    if (room <= 0) return 0;
    const mails = await this.parts.ledger.claim(room, this.options.leaseMs);
    if (mails.length === 0) return 0;
    this.leases.hold(
      mails.map(({ id }) => id),
      asked,
    );
    await within(this.options.patienceMs, this.track(this.deliverAll(mails, round)));
    await this.settlement.flush();
    await this.tellChannel();
    return mails.length;
  }

  /** Waits for what is under way and settles it; call it before the process ends. */
  async drain(): Promise<void> {
    await Promise.all(this.turns);
    await this.settlement.flush();
  }

  private track(work: Promise<void>): Promise<void> {
    const tracked = work.finally(() => this.turns.delete(tracked));
    this.turns.add(tracked);
    return tracked;
  }

  private async deliverAll(mails: readonly ClaimedMail[], round: number): Promise<void> {
    const queue = [...mails];
    this.underWay += queue.length;
    const runner = async (): Promise<void> => {
      for (let mail = queue.shift(); mail; mail = queue.shift()) {
        this.conclude(mail, await this.deliver(mail, round));
      }
    };
    await Promise.all(Array.from({ length: Math.min(this.parts.transport.width, queue.length) }, runner));
  }

  /** A mail whose claim was lost is another relay's to judge, unless this one knows that it arrived. */
  private conclude(mail: ClaimedMail, verdict: MailVerdict): void {
    if (verdict.is === 'accepted' || this.leases.isHeld(mail.id)) this.settlement.add(mail.id, keepDoubt(mail, verdict));
    this.leases.release(mail.id);
    this.underWay -= 1;
  }

  private async deliver(mail: ClaimedMail, round: number): Promise<MailVerdict> {
    const begun = this.now();
    if (round !== this.circuit.currentRound) return notSent(this.circuit.lastReason, begun);
    if (!this.leases.mayBegin(mail.id)) return notSent('the claim was about to end', begun);
    const rendered = await this.rendered(mail);
    if ('is' in rendered) return rendered;
    const verdict = await this.parts.transport.send({ to: mail.to, attempts: mail.attempts, rendered });
    return this.noteChannel(verdict, round);
  }

  /** The mail rendered, or the verdict on one that cannot be: it must not hold up the others. */
  private async rendered(mail: ClaimedMail): Promise<RenderedMail | MailVerdict> {
    try {
      const link = mail.linkId === null ? null : this.parts.links.linkTo(mail.linkId);
      return await renderMail(mail, link, this.now());
    } catch (error) {
      return { is: 'failed', reason: `The mail cannot be written: ${error instanceof Error ? error.message : String(error)}` };
    }
  }

  private noteChannel(verdict: MailVerdict, round: number): MailVerdict {
    if (verdict.is !== 'deferred' || !verdict.channel) {
      this.circuit.answered(round);
      return verdict;
    }
    const at = this.now();
    this.circuit.failed(round, verdict.reason, at);
    // When to try again is the circuit's to say, for this mail as for all.
    return { ...verdict, retryAt: at };
  }

  private async tellChannel(): Promise<void> {
    const report = this.circuit.report(this.now());
    if (report === null) return;
    await this.parts.ledger.reportChannel(report);
    this.circuit.heard(report);
  }
}

function notSent(reason: string, at: Instant): MailVerdict {
  return { is: 'deferred', reason: `Not sent: ${reason}`, retryAt: at, channel: true };
}

/** A mail that may have arrived before stays in doubt until a server answers for it. */
function keepDoubt(mail: ClaimedMail, verdict: MailVerdict): MailVerdict {
  if (!mail.ambiguous || verdict.is !== 'deferred') return verdict;
  return { is: 'unknown', reason: `An earlier attempt may have arrived. ${verdict.reason}`, retryAt: verdict.retryAt };
}

/** Waits for the work, but no longer than `limitMs`. */
async function within(limitMs: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  await Promise.race([work, limit]);
  clearTimeout(timer);
}
