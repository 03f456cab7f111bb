import { assertNever } from '@laurel/domain';
import type { NominationMailContent } from '@laurel/contracts';
import type { Phase } from '@laurel/domain';
import { enAsks } from './en.asks.ts';
import { enComplaint } from './en.complaint.ts';
import type { AskWords, ResultFacts, ResultState, Words } from './words.ts';

function reminderHeading({ matter }: AskWords, phase: Phase | null): string {
  switch (phase) {
    case 'before':
      return `Reminder: ${matter.toLowerCase()} is due soon`;
    case 'today':
      return `Reminder: ${matter.toLowerCase()} is due today`;
    case 'late':
      return `${matter} is overdue`;
    case null:
      return `Reminder: ${matter.toLowerCase()} is awaited`;
    default:
      return assertNever(phase);
  }
}

function otherwise(then: NominationMailContent['otherwise'], { silence, waits }: AskWords, closes: string | null): string {
  const until = closes === null ? `If ${silence}` : `If ${silence} by ${closes}`;
  switch (then) {
    case 'lapse':
      return `${until}, the nomination is closed and will not be considered any further.`;
    case 'hand-over':
      return `${until}, this passes to somebody else.`;
    case 'escalate-again':
      return `${until}, this is reported to the next superior.`;
    case null:
      return `The nomination waits until ${waits}.`;
    default:
      return assertNever(then);
  }
}

function resultLead(state: ResultState, { nominee, award }: ResultFacts): string {
  const proposal = `The nomination of ${nominee} for “${award}”`;
  switch (state) {
    case 'CONFERRED':
      return `${nominee} has been given an award. Congratulations to the nominee and to the unit that made the nomination.`;
    case 'NOT_QUALIFIED':
      return `${proposal} was considered and was not successful.`;
    case 'INELIGIBLE':
      return `${proposal} is not eligible.`;
    case 'LAPSED':
      return `${proposal} has been closed because its time ran out before it was complete.`;
    case 'WITHDRAWN':
      return `${proposal} has been withdrawn and will not be considered any further.`;
    case 'TERMINATED':
      return `${proposal} has been stopped by an administrator and will not be considered any further.`;
    case 'REVOKED':
      return `The award “${award}” given to ${nominee} has been taken back. Please recover the object and the bonus as the decision says.`;
    default:
      return assertNever(state);
  }
}

export const en: Words = {
  greeting: (recipient) => `Dear ${recipient},`,
  actingFor: (name) => `You receive this in place of ${name}.`,
  labels: { nominee: 'Nominee', achievement: 'Achievement', award: 'Award proposed', unit: 'Unit', level: 'Level' },
  asks: enAsks,
  reminderHeading,
  reminderLead: ({ own }, time) =>
    `The nomination below is still waiting for you to ${own}.${time > 1 ? ` This is reminder number ${time}.` : ''}`,
  escalationHeading: (silent) => (silent === null ? 'An overdue nomination is still unanswered' : `${silent} has not answered`),
  escalationLead: ({ asked, unanswered }, silent) =>
    silent === null ? unanswered : `${silent} ${asked} and has not answered. You receive this as the superior in charge.`,
  escalationAsk: ({ own }, silent) =>
    silent === null ? `Please look at it and ${own}.` : `You can ${own} in place of ${silent}, or urge them to answer.`,
  overdueSince: 'Overdue since',
  noDeadline: 'There is no due date for this.',
  stillOpen: (closes) => `You can still answer until ${closes}.`,
  otherwise,
  missingTitle: 'What is missing',
  returnReasonTitle: 'Why it was returned',
  reasonTitle: 'Reason',
  ruleTitle: 'The rule that applies',
  actionHint: 'If the button does not open, please use this address:',
  linkIsYours:
    'This link is for you alone, please do not forward it. Opening it only shows the nomination; nothing is recorded until you choose and send.',
  resultHeading: {
    CONFERRED: 'The award has been given',
    NOT_QUALIFIED: 'The nomination was not successful',
    INELIGIBLE: 'The nomination is not eligible',
    LAPSED: 'The nomination was closed: its time ran out',
    WITHDRAWN: 'The nomination has been withdrawn',
    TERMINATED: 'The nomination has been stopped',
    REVOKED: 'The award has been taken back',
  },
  resultLead,
  givenLabel: 'Award',
  decisionLabel: 'Decision',
  decision: (number, signedOn) => (number === null ? `signed on ${signedOn}` : `no. ${number}, signed on ${signedOn}`),
  nothingToDo: 'This is for your information; there is nothing more for you to do.',
  automatic: (programme) => `Automatic mail of the programme “${programme}”. Please do not reply.`,
  caseNumber: (nominationId) => `Nomination number: ${nominationId}`,
  confirmation: {
    heading: 'Your answer has been recorded',
    lead: (at) => `At ${at} the answer below was recorded through the link that was sent to you alone.`,
    choiceLabel: 'Answer',
    referenceLabel: 'Reference',
    choices: {
      approve: 'Approve',
      'refer-up': 'Refer up',
      'approve-and-refer-up': 'Award here and refer up',
      reject: 'Reject',
      return: 'Return for completion',
      eligible: 'Eligible',
      ineligible: 'Not eligible',
      agree: 'Agree',
      object: 'Object',
      answer: 'Answered, go on',
      uphold: 'The objection is right, do not go on',
    },
    objectTitle: 'If this was not you',
    object: (until) =>
      `Until ${until} you can say “this was not me” with the button below. The nomination is then put on hold while the secretariat looks into it.`,
    action: 'This was not me',
    nothingElse: 'If it was you, there is nothing more to do.',
  },
  notice: {
    heading: 'The nomination is before the public',
    lead: 'Public notice of the nomination below has been given, and everybody may comment.',
    endsLabel: 'Open until',
    after: 'When this time is over and all feedback has been answered, the nomination goes on.',
    action: 'Open the public page',
  },
  moreTime: {
    heading: 'You have more time',
    lead: ({ own }) => `You have more time to ${own}. The new date below takes the place of the earlier one.`,
  },
  complaint: enComplaint,
};
