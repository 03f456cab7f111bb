import type { Language, MailKind, MailOccasion, Text } from '@laurel/domain';

/** Everything a template needs, copied when the mail is planned, so that sending reads one row. */
export interface MailContent {
  readonly occasion: MailOccasion;
  readonly programme: Text;
  /** Plain title of the award proposed. */
  readonly award: Text;
  readonly nominee: string;
  readonly achievement: string;
  readonly unit: Text;
  readonly level: Text;
  /** Name of the person asked, as the link is bound to it. */
  readonly recipient: string;
  /** Whom the recipient stands in for, or null. */
  readonly actingFor: string | null;
  readonly dueAt: number | null;
  readonly closesAt: number | null;
  /** What happens when nobody does anything until `closesAt`. */
  readonly otherwise: 'lapse' | 'hand-over' | 'escalate-again' | null;
  /** IANA zone in which dates are written. */
  readonly zone: string;
  /** Words of an escalation: who was asked first and has not answered. */
  readonly silent: string | null;
}

/** A ledger row claimed for sending. */
export interface ClaimedMail {
  readonly id: string;
  readonly kind: MailKind;
  readonly occurrence: number;
  readonly messageId: string;
  readonly to: string;
  readonly language: Language;
  readonly nominationId: string | null;
  readonly taskId: string | null;
  readonly content: MailContent;
  readonly attempts: number;
  /** True when an earlier attempt may have reached the server: sent again only with the same Message-ID. */
  readonly ambiguous: boolean;
}

export type MailVerdict =
  | { readonly is: 'accepted'; readonly response: string }
  /** 4xx or no connection: back off until `retryAt`. */
  | { readonly is: 'deferred'; readonly reason: string; readonly retryAt: number; readonly channel: boolean }
  /** The connection broke after DATA: the server may have it. */
  | { readonly is: 'unknown'; readonly reason: string; readonly retryAt: number }
  /** 5xx: final and visible. */
  | { readonly is: 'failed'; readonly reason: string };

/** The mail ledger as the relay sees it; implemented by libs/db, joined in apps/worker. */
export interface MailLedger {
  /**
   * Claims up to `limit` rows that are due, for `leaseMs`. Rows left in `sending` by a dead relay are claimed again
   * once their lease is over, as ambiguous.
   */
  claim(limit: number, leaseMs: number): Promise<ClaimedMail[]>;
  /** Lengthens the claims of mails that are still under way to `leaseMs` from now; settled rows are left alone. */
  renew(ids: readonly string[], leaseMs: number): Promise<void>;
  /** Settles many rows in one statement. */
  settle(verdicts: readonly { readonly id: string; readonly verdict: MailVerdict }[]): Promise<void>;
  /** The channel as a whole is down (one incident, not a hundred) or up again. */
  reportChannel(state: { readonly up: boolean; readonly reason: string | null; readonly at: number }): Promise<void>;
}

/** Makes the page address of a task from its id; the only holder of the token key besides the API. */
export interface TaskLinks {
  linkTo(taskId: string): string;
}
