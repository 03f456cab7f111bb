import type { SetAside } from '../ballot/agenda.ts';
import type { LineReason, LineResult, VoteCounts } from '../ballot/tally.ts';
import type { IsoDate, Language } from '../time.ts';
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
      /** Key of the ground, for `ineligible`. */
      readonly rule?: string | null;
    }
  | { readonly kind: 'delegate'; readonly taskId: string; readonly toPersonId: string }
  | { readonly kind: 'complete'; readonly documents: readonly DeclaredDocument[] }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'hold'; readonly holdId: string; readonly authority: string }
  /** `reopen`: the stage whose answer was somebody else's, and is asked again. */
  | {
      readonly kind: 'lift-hold';
      readonly holdId: string;
      readonly authority: string;
      readonly outcome: 'cleared' | 'confirmed';
      readonly reopen?: string;
    }
  /** More working days: for everybody who is asked, or for the one person whose task is named. */
  | { readonly kind: 'extend'; readonly workingDays: number; readonly taskId?: string }
  /** `time` counts the requests for one task from 1: pressing twice asks once. */
  | { readonly kind: 'more-time'; readonly taskId: string; readonly time: number }
  | { readonly kind: 'conflict'; readonly taskId: string }
  | { readonly kind: 'lift-conflict'; readonly personId: string }
  | { readonly kind: 'not-me'; readonly taskId: string }
  /** The public has written; `number` counts the feedbacks of the nomination from 1. */
  | { readonly kind: 'feedback'; readonly number: number }
  /** The unit of a post that is asked was abolished: its successor goes on. */
  | { readonly kind: 'succeed'; readonly taskId: string }
  | { readonly kind: 'reassign'; readonly taskId: string; readonly toPersonId: string }
  /** The mail that asked for the task cannot be delivered: its superior is asked at once. */
  | { readonly kind: 'undeliverable'; readonly taskId: string }
  /** What a council's session made of the line; `votes` is null where nothing was counted out loud. */
  | {
      readonly kind: 'session-outcome';
      readonly sessionId: string;
      readonly outcome: LineResult['outcome'];
      readonly because: LineReason | SetAside;
      readonly votes: VoteCounts | null;
    }
  | { readonly kind: 'campaign-dates' }
  /** An operator mended something around the case: only the audit chain changes. */
  | { readonly kind: 'note'; readonly remedy: string }
  | { readonly kind: 'recalculate'; readonly calendarVersion: string }
  | { readonly kind: 'terminate' }
  /** A post above the nominator sets a rule aside for this nomination; `via` is the key or account that said so. */
  | { readonly kind: 'override'; readonly rule: string; readonly post: string; readonly via: string }
  /** `email`: where who complains is told how it ended, in `language` (Vietnamese when left out). */
  | { readonly kind: 'complain'; readonly ground: string; readonly by: string; readonly email?: string; readonly language?: Language }
  | { readonly kind: 'revoke'; readonly ground: string; readonly paper: string; readonly revokedOn: IsoDate | null }
  | { readonly kind: 'reopen'; readonly stage: string }
  /** The number and the date that the signed paper bears. */
  | { readonly kind: 'number-decision'; readonly level: string; readonly number: string; readonly signedOn: IsoDate };

/**
 * Acts that a case takes after its end: its workflow is started again for them. A hold that is still there then can be lifted, or
 * nothing could ever be taken up again; none is placed on a case that has ended.
 */
export const AFTERWARDS = [
  'override',
  'complain',
  'revoke',
  'reopen',
  'number-decision',
  'lift-hold',
] as const satisfies readonly ActBody['kind'][];

export function isAfterwards(kind: ActBody['kind']): boolean {
  return AFTERWARDS.some((known) => known === kind);
}

export type ActKind = ActBody['kind'];

export interface Act {
  readonly id: string;
  readonly nominationId: string;
  /** Person id, `source:<event source>` or `operator:<key id>`. */
  readonly actor: string;
  readonly reason: string | null;
  readonly body: ActBody;
}
