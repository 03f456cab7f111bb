import { assertNever, type ComplaintOutcome } from '@laurel/domain';
import type { ComplaintWords, ResultFacts } from './words.ts';

function settledLead(outcome: ComplaintOutcome, { nominee, award }: ResultFacts): string {
  const complaint = `The complaint about the result of the nomination of ${nominee} for “${award}”`;
  switch (outcome) {
    case 'dismissed':
      return `${complaint} has been heard. The published result stands.`;
    case 'upheld':
      return `${complaint} has been heard and found right. The result is reconsidered by those who may change it; you will be told of any change by another mail.`;
    case 'dropped':
      return `The hearing of the complaint about the nomination of ${nominee} for “${award}” has been stopped. The published result does not change.`;
    default:
      return assertNever(outcome);
  }
}

/** Complaints, in English. */
export const enComplaint: ComplaintWords = {
  groundTitle: 'Ground of the complaint',
  secondTime: 'This is the second complaint: whoever complains does not accept the first answer.',
  choices: { answer: 'The complaint is not right, the result stands', uphold: 'The complaint is right' },
  settledHeading: {
    dismissed: 'The complaint has been answered: the result stands',
    upheld: 'The complaint has been answered: it is right',
    dropped: 'The hearing of the complaint has been stopped',
  },
  settledLead,
  answerTitle: 'The answer',
  second: (until) => `Whoever complained and does not accept this answer may file a second complaint until ${until}.`,
};
