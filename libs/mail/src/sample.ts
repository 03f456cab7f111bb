import type { MailContent, NominationMailContent } from '@laurel/contracts';
import type { MailKind, MailOccasion } from '@laurel/domain';

/** What makes one sample mail differ from the usual one. */
export interface Sample {
  readonly name: string;
  readonly kind: MailKind;
  readonly occurrence?: number;
  readonly occasion?: MailOccasion;
  readonly content?: Partial<NominationMailContent>;
  /** A mail about something else than a nomination. */
  readonly other?: Exclude<MailContent, NominationMailContent>;
  /** Hours from now to the due date. */
  readonly dueInHours?: number | null;
}
