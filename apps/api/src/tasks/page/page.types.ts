import type { Language } from '@laurel/domain';
import type { Colleague, HeardComplaint, Opinion, TaskPageData } from '@laurel/db';
import type { Problem } from '../../http/problem.ts';

/** What was filled in, to be shown again when something is missing. */
export type FilledIn = Readonly<Partial<Record<'decision' | 'reason' | 'number' | 'signedOn' | 'to' | 'rule', string>>>;

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
  readonly opinions: readonly Opinion[];
  /** What the public wrote, on a task that answers it. */
  readonly feedback: { readonly writer: string | null; readonly text: string } | null;
  /** What is complained about, on a task that hears it. */
  readonly complaint: HeardComplaint | null;
  readonly problem?: Problem;
  readonly filledIn?: FilledIn;
}
