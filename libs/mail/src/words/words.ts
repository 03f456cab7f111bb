import type { NominationState } from '@laurel/domain';
import type { MailContent } from '@laurel/contracts';
import type { Phase } from '../when.ts';

/** What the reader is asked to do. */
export type Ask = 'review' | 'completion';

/** The states that a result mail can tell of. */
export type ResultState = Extract<NominationState, 'CONFERRED' | 'NOT_QUALIFIED' | 'INELIGIBLE' | 'LAPSED' | 'WITHDRAWN' | 'TERMINATED'>;

export interface ResultFacts {
  readonly nominee: string;
  readonly award: string;
}

/** Every sentence of the mails in one language. Values come in cleaned and already written for people. */
export interface Words {
  readonly greeting: (recipient: string) => string;
  readonly actingFor: (name: string) => string;
  readonly labels: Readonly<Record<'nominee' | 'achievement' | 'award' | 'unit' | 'level', string>>;
  readonly assignmentHeading: Readonly<Record<Ask, string>>;
  readonly assignmentLead: (ask: Ask, programme: string) => string;
  readonly reminderHeading: (ask: Ask, phase: Phase | null) => string;
  /** `time` is 1 for the first reminder. */
  readonly reminderLead: (ask: Ask, time: number) => string;
  /** `silent` is null when the reader was asked before and the matter was escalated again. */
  readonly escalationHeading: (silent: string | null) => string;
  readonly escalationLead: (ask: Ask, silent: string | null) => string;
  readonly escalationAsk: (ask: Ask, silent: string | null) => string;
  readonly deadlineLabel: Readonly<Record<Ask, Readonly<Record<'due' | 'late', string>>>>;
  readonly noDeadline: string;
  readonly stillOpen: (closes: string) => string;
  readonly otherwiseTitle: Readonly<Record<Ask, string>>;
  /** What follows when nobody acts; `closes` is null when no end is set. */
  readonly otherwise: (then: MailContent['otherwise'], ask: Ask, closes: string | null) => string;
  readonly missingTitle: string;
  readonly returnReasonTitle: string;
  readonly reasonTitle: string;
  readonly ruleTitle: string;
  readonly actionLabel: Readonly<Record<Ask, string>>;
  readonly actionHint: string;
  readonly linkIsYours: string;
  readonly resultHeading: Readonly<Record<ResultState, string>>;
  readonly resultLead: (state: ResultState, facts: ResultFacts) => string;
  readonly givenLabel: string;
  readonly nothingToDo: string;
  readonly automatic: (programme: string) => string;
  readonly caseNumber: (nominationId: string) => string;
}
