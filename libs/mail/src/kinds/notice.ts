import type { MailDocument } from '../document/mail-document.ts';
import { written } from '@laurel/domain';
import { actingForOf, actionOf, askOf, assemble, deadlineOf, factsOf, linkOf, otherwiseOf, type Reading } from './reading.ts';

/** The nomination is before the public, and until when; or more time was given to somebody who is asked. */
export function writeNotice(reading: Reading): MailDocument {
  const { content, language, link } = reading;
  const { occasion, zone } = content;
  if (occasion.is !== 'notice') return writeMoreTime(reading);
  const words = reading.words.notice;
  return assemble(reading, {
    tone: 'calm',
    heading: words.heading,
    blocks: [
      { is: 'text', text: words.lead },
      { is: 'highlight', label: words.endsLabel, value: written(occasion.endsAt, zone, language) },
      factsOf(reading),
      { is: 'text', text: words.after },
      ...(link === null ? [] : [linkOf(reading, words.action)]),
    ],
  });
}

/** The new date takes the place of the one that they know; the calendar entry beside it moves the one that they have. */
function writeMoreTime(reading: Reading): MailDocument {
  const { ask } = askOf(reading);
  const words = reading.words.moreTime;
  return assemble(reading, {
    tone: 'calm',
    heading: words.heading,
    blocks: [
      { is: 'text', text: words.lead(ask) },
      ...actingForOf(reading),
      deadlineOf(reading, ask),
      factsOf(reading),
      ...actionOf(reading, ask),
      otherwiseOf(reading, ask),
    ],
  });
}
