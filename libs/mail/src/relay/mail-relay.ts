import type { ClaimedMail, MailClaim, MailHandover, MailLedger, MailVerdict, TaskLinks } from '@laurel/contracts';
import type { Instant } from '@laurel/domain';
import { renderMail, type RenderedMail } from '../render-mail.ts';
import type { MailTransport } from '../transport/mail-transport.ts';
import { Circuit, type CircuitOptions } from './circuit.ts';
import { Leases, type LeaseOptions } from './leases.ts';
import { Queue } from './queue.ts';
import { Settlement } from './settlement.ts';

export interface MailRelayOptions extends CircuitOptions, LeaseOptions {
  /** Most mails held at a time. */
  readonly batch: number;
  /** Verdicts of so many milliseconds are settled in one statement. */
  readonly gatherMs: number;
  /** A turn that can claim nothing more waits no longer for a mail to be done. */
  readonly patienceMs: number;
}

export interface MailRelayParts {
  readonly ledger: MailLedger;
  readonly transport: MailTransport;
  readonly links: TaskLinks;
  /** Who claims, see `MailLedgerRepository`; mails can be handed over only to a relay that says so. */
  readonly owner?: string;
  readonly now?: () => Instant;
  readonly options?: Partial<MailRelayOptions>;
}

const defaults: MailRelayOptions = {
  batch: 64,
  leaseMs: 10_000,
  renewMs: 3_000,
  longestHoldMs: 90_000,
  gatherMs: 15,
  patienceMs: 1_000,
  secondLookMs: 250,
  probeMs: 1_000,
  longestMs: 30_000,
};

/**
 * Empties the mail ledger. Any number of relays may run side by side: rows are claimed with a lease. Safe to kill at any
 * instant: what was being sent is claimed again after its short lease, as ambiguous and with the same Message-ID.
 */
export class MailRelay implements MailHandover {
  private readonly parts: MailRelayParts;
  private readonly options: MailRelayOptions;
  private readonly now: () => Instant;
  private readonly circuit: Circuit;
  private readonly settlement: Settlement;
  private readonly leases: Leases;
  private readonly queue: Queue;
  /** The round of the circuit in which a claim was given: what fails between claim and commit holds its mails back too. */
  private readonly rounds = new WeakMap<MailClaim, number>();
  private telling: Promise<void> = Promise.resolve();

  constructor(parts: MailRelayParts) {
    this.parts = parts;
    this.options = { ...defaults, ...parts.options };
    this.now = parts.now ?? Date.now;
    this.circuit = new Circuit(this.options);
    this.settlement = new Settlement(parts.ledger, this.options.gatherMs);
    this.leases = new Leases(parts.ledger, this.options, this.now);
    this.queue = new Queue(parts.transport.width, async ({ mail, round }) => {
      this.conclude(mail, await this.deliver(mail, round));
    });
  }

  /** Whether mails are being sent; false while the channel is found down. */
  get isChannelUp(): boolean {
    return this.circuit.isClosed;
  }

  /**
   * Claims what is due and begins to send it; what is under way goes on and is settled as it is done. Resolves to whether
   * more may be due at once; rejects only when the ledger fails.
   */
  async turn(): Promise<boolean> {
    await this.settlement.retry();
    await this.tellChannel();
    await this.leases.keep();
    const room = this.room();
    if (room <= 0) return this.waitForRoom();
    const { currentRound: round } = this.circuit;
    const asked = this.now();
    const mails = await this.parts.ledger.claim(room, this.options.leaseMs);
    if (mails.length === 0) return false;
    this.hold(mails, asked, round);
    return mails.length === room;
  }

  claim(): MailClaim | null {
    const { owner } = this.parts;
    if (owner === undefined || !this.circuit.isClosed || this.queue.size >= this.options.batch) return null;
    const claim = { owner, leaseMs: this.options.leaseMs, askedAt: this.now() };
    this.rounds.set(claim, this.circuit.currentRound);
    return claim;
  }

  take(mails: readonly ClaimedMail[], claim: MailClaim): void {
    if (mails.length > 0) this.hold(mails, claim.askedAt, this.rounds.get(claim) ?? this.circuit.currentRound);
  }

  /** Waits for what is under way and settles it; call it before the process ends. */
  async drain(): Promise<void> {
    await this.queue.emptied();
    await this.settlement.flush();
    await this.tellChannel();
  }

  private hold(mails: readonly ClaimedMail[], asked: Instant, round: number): void {
    this.leases.hold(
      mails.map(({ id }) => id),
      asked,
    );
    this.queue.add(mails, round);
  }

  /** How many may be claimed now. While the channel is down, one at a time probes it. */
  private room(): number {
    if (!this.circuit.isClosed && this.queue.size > 0) return 0;
    return this.circuit.allowance(this.options.batch - this.queue.size, this.now());
  }

  private async waitForRoom(): Promise<boolean> {
    if (this.queue.size === 0) return false;
    await this.queue.freed(this.options.patienceMs);
    return true;
  }

  /** A mail whose claim was lost is another relay's to judge, unless this one knows that it arrived. */
  private conclude(mail: ClaimedMail, verdict: MailVerdict): void {
    if (verdict.is === 'accepted' || this.leases.isHeld(mail.id)) this.settlement.add(mail.id, keepDoubt(mail, verdict));
    this.leases.release(mail.id);
    // A failure is made up for at the next turn.
    this.tellChannel().catch(() => undefined);
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
      return await renderMail(mail, this.linkOf(mail), this.now());
    } catch (error) {
      return { is: 'failed', reason: `The mail cannot be written: ${error instanceof Error ? error.message : String(error)}` };
    }
  }

  /** The page of what is asked; of a notice the page that everybody may read. */
  private linkOf({ linkId, nominationId, content }: ClaimedMail): string | null {
    const { links } = this.parts;
    if (linkId !== null) return links.linkTo(linkId);
    const isPublic = content.about === 'nomination' && content.occasion.is === 'notice';
    return isPublic && nominationId !== null ? links.publicPageOf(nominationId) : null;
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

  /** One after the other, so that nothing is told twice. */
  private tellChannel(): Promise<void> {
    this.telling = this.telling.catch(() => undefined).then(() => this.tell());
    return this.telling;
  }

  private async tell(): Promise<void> {
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
