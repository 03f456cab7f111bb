import type { MailKind, PlannedMail } from '@laurel/domain';

/** The mail ledger in memory: each key once, as the table's unique index has it. */
export class MemoryLedger {
  private readonly rows = new Map<string, PlannedMail>();
  /** How often a mail was planned whose key was there already. */
  repeats = 0;

  plan(mails: readonly PlannedMail[]): void {
    for (const mail of mails) {
      const key = JSON.stringify([mail.subjectKey, mail.personId, mail.kind, mail.occurrence]);
      if (this.rows.has(key)) this.repeats += 1;
      else this.rows.set(key, mail);
    }
  }

  /** In the order of planning. */
  all(): readonly PlannedMail[] {
    return [...this.rows.values()];
  }

  ofKind(kind: MailKind): readonly PlannedMail[] {
    return this.all().filter((mail) => mail.kind === kind);
  }
}
