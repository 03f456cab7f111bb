import { clean } from '../clean.ts';
import type { MailDocument } from '../document/mail-document.ts';
import { written } from '@laurel/domain';
import { actingForOf, assemble, factsOf, linkOf, MailNotRenderable, type Reading } from './reading.ts';

/** To whoever's link it was: what is on record, and the way to say that it was somebody else. */
export function writeConfirmation(reading: Reading): MailDocument {
  const { content, language } = reading;
  const { occasion, zone } = content;
  if (occasion.is !== 'confirmation') throw new MailNotRenderable(`a confirmation cannot tell the occasion ${occasion.is}`);
  const words = reading.words.confirmation;
  const names = occasion.about === 'complaint' ? reading.words.complaint.choices : words.choices;
  const choice = names[occasion.choice] ?? occasion.choice;
  return assemble(reading, {
    tone: 'calm',
    heading: words.heading,
    blocks: [
      { is: 'text', text: words.lead(written(occasion.recordedAt, zone, language)) },
      ...actingForOf(reading),
      { is: 'highlight', label: words.choiceLabel, value: choice },
      { is: 'highlight', label: words.referenceLabel, value: clean(occasion.reference, 40) },
      factsOf(reading),
      { is: 'text', text: words.nothingElse },
      { is: 'note', title: words.objectTitle, text: words.object(written(occasion.objectUntil, zone, language)) },
      linkOf(reading, words.action),
    ],
  });
}
