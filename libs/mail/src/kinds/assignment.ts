import type { MailDocument } from '../document/mail-document.ts';
import { actingForOf, actionOf, askOf, assemble, deadlineOf, factsOf, otherwiseOf, particularsOf, type Reading } from './reading.ts';

/** Somebody is asked for the first time: an opinion, or what a returned dossier lacks. */
export function writeAssignment(reading: Reading): MailDocument {
  const { ask, occasion } = askOf(reading);
  return assemble(reading, {
    tone: 'calm',
    heading: ask.heading,
    blocks: [
      { is: 'text', text: ask.lead(reading.programme) },
      ...actingForOf(reading),
      deadlineOf(reading, ask),
      ...particularsOf(reading, occasion),
      factsOf(reading),
      ...actionOf(reading, ask),
      otherwiseOf(reading, ask),
    ],
  });
}
