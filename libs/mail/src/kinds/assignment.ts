import type { MailDocument } from '../document/mail-document.ts';
import { actingForOf, actionOf, askOf, assemble, deadlineOf, factsOf, missingOf, otherwiseOf, type Reading } from './reading.ts';

/** Somebody is asked for the first time: an opinion, or what a returned dossier lacks. */
export function writeAssignment(reading: Reading): MailDocument {
  const { ask, occasion } = askOf(reading);
  const { words } = reading;
  return assemble(reading, {
    tone: 'calm',
    heading: words.assignmentHeading[ask],
    blocks: [
      { is: 'text', text: words.assignmentLead(ask, reading.programme) },
      ...actingForOf(reading),
      deadlineOf(reading, ask),
      ...missingOf(reading, occasion),
      factsOf(reading),
      ...actionOf(reading, ask),
      otherwiseOf(reading, ask),
    ],
  });
}
