import type { NominationMailContent } from '@laurel/contracts';
import type { ComplaintOutcome, NominationState, Phase } from '@laurel/domain';

/** What the reader is asked to do. */
export type Ask = 'review' | 'completion' | 'appraisal' | 'consultation' | 'objection-answer' | 'feedback-answer' | 'complaint';

/** The phrases of one kind of request, each fitting the sentence that its name tells. */
export interface AskWords {
  readonly heading: string;
  readonly lead: (programme: string) => string;
  /** What is due: `cho ý kiến`; stands in headings of reminders. */
  readonly matter: string;
  /** What the reader is to do: `cho ý kiến`, `give your opinion`. */
  readonly own: string;
  /** What has not happened: `chưa có ý kiến`. */
  readonly silence: string;
  /** Until when it waits: `có ý kiến`. */
  readonly waits: string;
  /** What a silent colleague was asked: `được mời cho ý kiến về hồ sơ dưới đây`. */
  readonly asked: string;
  /** A superior is told a second time. */
  readonly unanswered: string;
  readonly due: string;
  readonly otherwiseTitle: string;
  readonly action: string;
}

/** The states that a result mail can tell of. */
export type ResultState = Extract<
  NominationState,
  'CONFERRED' | 'NOT_QUALIFIED' | 'INELIGIBLE' | 'LAPSED' | 'WITHDRAWN' | 'TERMINATED' | 'REVOKED'
>;

export interface ResultFacts {
  readonly nominee: string;
  readonly award: string;
}

/** Every sentence of the mails about a nomination in one language. Values come in cleaned and already written for people. */
export interface Words {
  readonly greeting: (recipient: string) => string;
  readonly actingFor: (name: string) => string;
  readonly labels: Readonly<Record<'nominee' | 'achievement' | 'award' | 'unit' | 'level', string>>;
  readonly asks: Readonly<Record<Ask, AskWords>>;
  readonly reminderHeading: (ask: AskWords, phase: Phase | null) => string;
  /** `time` is 1 for the first reminder. */
  readonly reminderLead: (ask: AskWords, time: number) => string;
  /** `silent` is null when the reader was asked before and the matter was escalated again. */
  readonly escalationHeading: (silent: string | null) => string;
  readonly escalationLead: (ask: AskWords, silent: string | null) => string;
  readonly escalationAsk: (ask: AskWords, silent: string | null) => string;
  readonly overdueSince: string;
  readonly noDeadline: string;
  readonly stillOpen: (closes: string) => string;
  /** What follows when nobody acts; `closes` is null when no end is set. */
  readonly otherwise: (then: NominationMailContent['otherwise'], ask: AskWords, closes: string | null) => string;
  readonly missingTitle: string;
  readonly returnReasonTitle: string;
  readonly reasonTitle: string;
  readonly ruleTitle: string;
  readonly decisionLabel: string;
  /** `signedOn` is written for people; `number` is null while the paper has none. */
  readonly decision: (number: string | null, signedOn: string) => string;
  readonly actionHint: string;
  readonly linkIsYours: string;
  readonly resultHeading: Readonly<Record<ResultState, string>>;
  readonly resultLead: (state: ResultState, facts: ResultFacts) => string;
  readonly givenLabel: string;
  readonly nothingToDo: string;
  readonly automatic: (programme: string) => string;
  readonly caseNumber: (nominationId: string) => string;
  readonly confirmation: ConfirmationWords;
  readonly notice: NoticeWords;
  readonly moreTime: MoreTimeWords;
  readonly complaint: ComplaintWords;
}

/** To the person who has decided: what is on record, and what to do if it was not them. */
export interface ConfirmationWords {
  readonly heading: string;
  readonly lead: (at: string) => string;
  readonly choiceLabel: string;
  readonly referenceLabel: string;
  /** Names of choices; a choice without a name is told as it is. */
  readonly choices: Readonly<Record<string, string>>;
  readonly objectTitle: string;
  readonly object: (until: string) => string;
  readonly action: string;
  readonly nothingElse: string;
}

/** A complaint about a result, to whoever hears it and to those who are told how it ended. */
export interface ComplaintWords {
  readonly groundTitle: string;
  readonly secondTime: string;
  /** Names of choices where they settle a complaint. */
  readonly choices: Readonly<Record<string, string>>;
  readonly settledHeading: Readonly<Record<ComplaintOutcome, string>>;
  readonly settledLead: (outcome: ComplaintOutcome, facts: ResultFacts) => string;
  readonly answerTitle: string;
  readonly second: (until: string) => string;
}

/** The deadline of somebody who is asked was moved back. */
export interface MoreTimeWords {
  readonly heading: string;
  readonly lead: (ask: AskWords) => string;
}

/** A nomination is before the public. */
export interface NoticeWords {
  readonly heading: string;
  readonly lead: string;
  readonly endsLabel: string;
  readonly after: string;
  readonly action: string;
}
