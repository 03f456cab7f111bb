import type { Block, MailDocument } from '../document/mail-document.ts';
import { actingForOf, actionOf, askOf, assemble, deadlineOf, factsOf, otherwiseOf, particularsOf, type Reading } from './reading.ts';

/** The task still waits: before, on or after the due date. */
export function writeReminder(reading: Reading): MailDocument {
  const { ask, occasion } = askOf(reading);
  const { words, phase } = reading;
  return assemble(reading, {
    tone: phase === 'late' ? 'late' : 'calm',
    heading: words.reminderHeading(ask, phase),
    blocks: [
      { is: 'text', text: words.reminderLead(ask, reading.mail.occurrence + 1) },
      ...actingForOf(reading),
      deadlineOf(reading, ask),
      ...stillOpenOf(reading),
      ...particularsOf(reading, occasion),
      factsOf(reading),
      ...actionOf(reading, ask),
      otherwiseOf(reading, ask),
    ],
  });
}

/** Late is not closed: until when an answer still counts. */
function stillOpenOf({ words, phase, closes }: Reading): Block[] {
  return phase === 'late' && closes !== null ? [{ is: 'text', text: words.stillOpen(closes) }] : [];
}
