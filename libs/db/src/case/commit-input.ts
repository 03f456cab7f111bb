import type { ClaimedMail, MailClaim } from '@laurel/contracts';
import type { Change, Standing } from '@laurel/domain';
import type { LoadedCase, MailRow } from './case.types.ts';

/** What a commit writes besides the change: the projection and the mails, already rendered into rows. */
export interface CommitInput {
  readonly loaded: LoadedCase;
  readonly change: Change;
  readonly standing: Standing;
  readonly mails: readonly MailRow[];
  /** Under which the mails are planned as claimed; null leaves them to whoever looks. */
  readonly claim: MailClaim | null;
  readonly at: number;
}

/** What became of a commit; `claimed` are the mails that it has planned under the claim, and no other commit before. */
export type CommitResult = { readonly passed: false } | { readonly passed: true; readonly claimed: readonly ClaimedMail[] };
