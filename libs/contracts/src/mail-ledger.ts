import type { IsoDate, Language, MailKind, MailOccasion, Text } from '@laurel/domain';

/** Everything a template needs, copied when the mail is planned, so that sending reads one row. */
export type MailContent = NominationMailContent | SessionMailContent | AccountMailContent | DigestMailContent | IncidentMailContent;

/** A mail about one nomination, planned by its transitions. */
export interface NominationMailContent {
  readonly about: 'nomination';
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
  /** Rises whenever the deadline of the task moves; absent means that it never has. */
  readonly deadlineSequence?: number;
}

/** A mail about a council's session: it convenes, asks for a vote, or brings the minutes. */
export interface SessionMailContent {
  readonly about: 'session';
  readonly occasion: { readonly is: 'convening' | 'ballot' | 'minutes' | 'adjourned' };
  readonly council: Text;
  /** The session as people call it: `Phiên họp 02/2026`. */
  readonly session: string;
  /** False where the minutes say who voted how; a secret ballot when left out. */
  readonly secret?: boolean;
  readonly recipient: string;
  readonly actingFor: string | null;
  readonly meetsAt: number | null;
  readonly opensAt: number | null;
  readonly closesAt: number | null;
  readonly lineCount: number;
  /** Names of the first 20 nominees. */
  readonly agenda: readonly string[];
  readonly zone: string;
}

/** A one-time code for one person, valid for `minutes`. */
export interface AccountMailContent {
  readonly about: 'account';
  readonly occasion:
    | { readonly is: 'sign-in-code'; readonly code: string; readonly link: string; readonly minutes: number }
    | { readonly is: 'task-list-code' | 'decision-code'; readonly code: string; readonly minutes: number };
  readonly recipient: string;
  readonly zone: string;
}

/** The tasks that wait for one person, once a day. */
export interface DigestMailContent {
  readonly about: 'digest';
  readonly programme: Text;
  readonly recipient: string;
  readonly day: IsoDate;
  readonly zone: string;
  readonly total: number;
  /** The first 20, the most urgent first. */
  readonly tasks: readonly { readonly nominee: string; readonly unit: Text; readonly dueAt: number | null; readonly late: boolean }[];
}

/** Something that a secretariat or an operator must look at; `all-clear` says that it is over. */
export interface IncidentMailContent {
  readonly about: 'incident';
  readonly occasion: {
    readonly is: 'stuck' | 'all-clear' | 'objection';
    readonly title: Text;
    readonly cause: Text;
    readonly count: number;
    /** Absolute address of the page to look at, or null. */
    readonly link: string | null;
  };
  readonly recipient: string;
  readonly zone: string;
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
  readonly sessionId: string | null;
  readonly taskId: string | null;
  /** What the mail's link is derived from: a task id, or the id of another page behind `/t/`; null without link. */
  readonly linkId: string | null;
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

/** Under which mails are claimed in the very transaction that plans them. */
export interface MailClaim {
  readonly owner: string;
  readonly leaseMs: number;
  /** The instant before the claim was asked for: from then on the lease is counted. */
  readonly askedAt: number;
}

/**
 * The relay of the process that plans mails. What it has room for is planned as its own and handed over in memory, which
 * spares the claim; should the process die in between, the lease ends and another relay claims it like any other.
 */
export interface MailHandover {
  /** The claim to plan mails under; null while the relay is full or its channel is down: then they wait in the ledger. */
  claim(): MailClaim | null;
  take(mails: readonly ClaimedMail[], claim: MailClaim): void;
}

/** Makes the page address behind a mail from the id it leads to; the only holder of the token key besides the API. */
export interface TaskLinks {
  linkTo(linkId: string): string;
  /** The page on which everybody may read of a nomination that is before the public. */
  publicPageOf(nominationId: string): string;
}
