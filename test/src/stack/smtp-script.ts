/** The words of an SMTP conversation at which a server can misbehave. */
export type SmtpMoment = 'ehlo' | 'mail' | 'rcpt' | 'data' | 'dot';

export type SmtpBehaviour =
  | { readonly is: 'answer'; readonly code: number; readonly text: string }
  /** Says nothing any more, and keeps the line. */
  | { readonly is: 'hang' }
  /** Hangs up without a word. */
  | { readonly is: 'drop' };

export interface SmtpRule {
  readonly at: SmtpMoment;
  /** Only for mails to this address; recipients are known from `rcpt` on. */
  readonly to?: string;
  /** How often; default once. */
  readonly times?: number;
  readonly then: SmtpBehaviour;
  /** Told each time, before anything is done. */
  readonly told?: () => void;
}

/** What a mail server will do when. */
export class SmtpScript {
  private rules: { readonly rule: SmtpRule; left: number }[] = [];

  add(rule: SmtpRule): void {
    this.rules.push({ rule, left: rule.times ?? 1 });
  }

  clear(): void {
    this.rules = [];
  }

  /** The behaviour for this moment, or null for the ordinary one. */
  at(moment: SmtpMoment, to: string | null): SmtpBehaviour | null {
    const found = this.rules.find(({ rule, left }) => left > 0 && rule.at === moment && (rule.to === undefined || rule.to === to));
    if (!found) return null;
    found.left -= 1;
    found.rule.told?.();
    return found.rule.then;
  }
}
