import type { Language } from '@laurel/domain';
import type { Colleague, TaskPageData } from '@laurel/db';
import type { Problem } from '../../http/problem.ts';

/** What was filled in, to be shown again when something is missing. */
export type FilledIn = Readonly<Partial<Record<'decision' | 'reason' | 'number' | 'signedOn' | 'to', string>>>;

/** Everything a page is made of. */
export interface PageInput {
  readonly page: TaskPageData;
  readonly language: Language;
  /** Path of the page, token included: only ever written into the page itself. */
  readonly path: string;
  readonly now: number;
  /** Hashes among the declared documents that have arrived. */
  readonly received: ReadonlySet<string>;
  readonly colleagues: readonly Colleague[];
  readonly problem?: Problem;
  readonly filledIn?: FilledIn;
}
