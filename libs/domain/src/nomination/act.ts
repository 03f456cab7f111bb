import type { IsoDate } from '../time.ts';
import type { Choice, DeclaredDocument } from './case-file.ts';

/**
 * What somebody did to a nomination, as its act row keeps it. Acts of people and facts from outside systems take the
 * same way: a row first, then the workflow, then one transition.
 */
export type ActBody =
  | {
      readonly kind: 'decide';
      readonly taskId: string;
      readonly choice: Exclude<Choice, 'delegate' | 'complete'>;
      readonly number: string | null;
      readonly signedOn: IsoDate | null;
    }
  | { readonly kind: 'delegate'; readonly taskId: string; readonly toPersonId: string }
  | { readonly kind: 'complete'; readonly documents: readonly DeclaredDocument[] }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'hold'; readonly holdId: string; readonly authority: string }
  | { readonly kind: 'lift-hold'; readonly holdId: string; readonly authority: string; readonly outcome: 'cleared' | 'confirmed' }
  | { readonly kind: 'extend'; readonly workingDays: number }
  | { readonly kind: 'reassign'; readonly taskId: string; readonly toPersonId: string }
  /** The mail that asked for the task cannot be delivered: its superior is asked at once. */
  | { readonly kind: 'undeliverable'; readonly taskId: string }
  | { readonly kind: 'campaign-dates' }
  | { readonly kind: 'recalculate'; readonly calendarVersion: string }
  | { readonly kind: 'terminate' };

export type ActKind = ActBody['kind'];

export interface Act {
  readonly id: string;
  readonly nominationId: string;
  /** Person id, `source:<event source>` or `operator:<key id>`. */
  readonly actor: string;
  readonly reason: string | null;
  readonly body: ActBody;
}
