import { clean } from '../clean.ts';
import type { MailDocument } from '../document/mail-document.ts';
import { actingForOf, actionOf, askOf, assemble, deadlineOf, factsOf, otherwiseOf, particularsOf, type Reading } from './reading.ts';

/** To the superior: who is silent and since when. */
export function writeEscalation(reading: Reading): MailDocument {
  const { ask, occasion } = askOf(reading);
  const { words, content } = reading;
  const silent = content.silent === null ? null : clean(content.silent);
  return assemble(reading, {
    tone: 'late',
    heading: words.escalationHeading(silent),
    blocks: [
      { is: 'text', text: words.escalationLead(ask, silent) },
      ...actingForOf(reading),
      { is: 'text', text: words.escalationAsk(ask, silent) },
      deadlineOf(reading, ask),
      ...particularsOf(reading, occasion),
      factsOf(reading),
      ...actionOf(reading, ask),
      otherwiseOf(reading, ask),
    ],
  });
}
