import type { MailDocument } from '../document/mail-document.ts';
import { written } from '@laurel/domain';
import { assemble, factsOf, linkOf, MailNotRenderable, type Reading } from './reading.ts';

/** The nomination is before the public, and until when. */
export function writeNotice(reading: Reading): MailDocument {
  const { content, language, link } = reading;
  const { occasion, zone } = content;
  if (occasion.is !== 'notice') throw new MailNotRenderable(`a notice cannot tell the occasion ${occasion.is}`);
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
