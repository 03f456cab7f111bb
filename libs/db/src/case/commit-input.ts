import type { Change, Standing } from '@laurel/domain';
import type { LoadedCase, MailRow } from './case.types.ts';

/** What a commit writes besides the change: the projection and the mails, already rendered into rows. */
export interface CommitInput {
  readonly loaded: LoadedCase;
  readonly change: Change;
  readonly standing: Standing;
  readonly mails: readonly MailRow[];
  readonly at: number;
}
