import { written, type MailOccasion } from '@laurel/domain';
import type { Block, MailDocument } from '../document/mail-document.ts';
import { assemble, factsOf, particularsOf, reasonOf, type Reading } from './reading.ts';

type Settled = Extract<MailOccasion, { is: 'complaint-settled' }>;

/** How a complaint ended, to the nominator and to who complained. */
export function writeSettled(reading: Reading, occasion: Settled): MailDocument {
  const { words } = reading;
  const { settledHeading, settledLead, answerTitle } = words.complaint;
  return assemble(reading, {
    tone: 'calm',
    heading: settledHeading[occasion.outcome],
    blocks: [
      { is: 'text', text: settledLead(occasion.outcome, reading) },
      ...particularsOf(reading, occasion),
      ...reasonOf(occasion.reason, answerTitle),
      ...secondOf(reading, occasion),
      factsOf(reading),
      { is: 'text', text: words.nothingToDo },
    ],
  });
}

function secondOf({ words, content, language }: Reading, { secondUntil }: Settled): Block[] {
  return secondUntil === null ? [] : [{ is: 'text', text: words.complaint.second(written(secondUntil, content.zone, language)) }];
}
