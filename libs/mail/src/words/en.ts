import { assertNever } from '@laurel/domain';
import type { MailContent } from '@laurel/contracts';
import type { Phase } from '../when.ts';
import type { Ask, ResultFacts, ResultState, Words } from './words.ts';

function reminderHeading(ask: Ask, phase: Phase | null): string {
  const matter = ask === 'review' ? 'Your opinion' : 'Your completion';
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

function otherwise(then: MailContent['otherwise'], ask: Ask, closes: string | null): string {
  const silence = ask === 'review' ? 'nobody has given an opinion' : 'nothing has been added';
  const until = closes === null ? `If ${silence}` : `If ${silence} by ${closes}`;
  switch (then) {
    case 'lapse':
      return `${until}, the nomination is closed and will not be considered any further.`;
    case 'hand-over':
      return `${until}, this passes to somebody else.`;
    case 'escalate-again':
      return `${until}, this is reported to the next superior.`;
    case null:
      return ask === 'review' ? 'The nomination waits until an opinion is given.' : 'The nomination waits until it is completed.';
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
    default:
      return assertNever(state);
  }
}

function escalationLead(ask: Ask, silent: string | null): string {
  if (silent === null)
    return ask === 'review'
      ? 'The nomination below has been reminded of and reported to superiors, and still has no opinion.'
      : 'The nomination below has been reminded of and is still not complete.';
  const asked = ask === 'review' ? 'was asked for an opinion on the nomination below' : 'was asked to complete the nomination below';
  return `${silent} ${asked} and has not answered. You receive this as the superior in charge.`;
}

function escalationAsk(ask: Ask, silent: string | null): string {
  const own = ask === 'review' ? 'give your opinion' : 'complete it';
  return silent === null ? `Please look at it and ${own}.` : `You can ${own} in place of ${silent}, or urge them to answer.`;
}

export const en: Words = {
  greeting: (recipient) => `Dear ${recipient},`,
  actingFor: (name) => `You receive this in place of ${name}.`,
  labels: { nominee: 'Nominee', achievement: 'Achievement', award: 'Award proposed', unit: 'Unit', level: 'Level' },
  assignmentHeading: { review: 'Your opinion on a nomination, please', completion: 'A nomination needs completing' },
  assignmentLead: (ask, programme) =>
    ask === 'review'
      ? `The programme “${programme}” asks you to look at the nomination below and give your opinion.`
      : `The programme “${programme}” has returned the nomination below to you for completion.`,
  reminderHeading,
  reminderLead: (ask, time) =>
    `The nomination below is still waiting for you to ${ask === 'review' ? 'give your opinion' : 'complete it'}.${time > 1 ? ` This is reminder number ${time}.` : ''}`,
  escalationHeading: (silent) => (silent === null ? 'An overdue nomination is still unanswered' : `${silent} has not answered`),
  escalationLead,
  escalationAsk,
  deadlineLabel: { review: { due: 'Due at', late: 'Overdue since' }, completion: { due: 'Due at', late: 'Overdue since' } },
  noDeadline: 'There is no due date for this.',
  stillOpen: (closes) => `You can still answer until ${closes}.`,
  otherwiseTitle: { review: 'If nobody answers', completion: 'If it is not completed' },
  otherwise,
  missingTitle: 'What is missing',
  returnReasonTitle: 'Why it was returned',
  reasonTitle: 'Reason',
  ruleTitle: 'The rule that applies',
  actionLabel: { review: 'Open and give your opinion', completion: 'Open and complete' },
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
  },
  resultLead,
  givenLabel: 'Award',
  nothingToDo: 'This is for your information; there is nothing more for you to do.',
  automatic: (programme) => `Automatic mail of the programme “${programme}”. Please do not reply.`,
  caseNumber: (nominationId) => `Nomination number: ${nominationId}`,
};
