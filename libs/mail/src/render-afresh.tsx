import { render, toPlainText } from 'react-email';
import { Letter } from './design/letter.tsx';
import type { MailDocument } from './document/mail-document.ts';

export interface MailParts {
  readonly html: string;
  readonly text: string;
}

/** The text part: no capitals, titles close to what they head, the button as words above the one address. */
const textLayout = [
  { selector: 'h1', options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 2 } },
  { selector: 'h2', options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 1 } },
  { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 2 } },
  { selector: 'ul', options: { itemPrefix: '- ', leadingLineBreaks: 1, trailingLineBreaks: 2 } },
  { selector: 'div[data-fact]', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
  { selector: 'div[data-highlight]', format: 'block', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
  { selector: 'table', format: 'block', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
  { selector: 'a.button', format: 'anchor', options: { ignoreHref: true } },
];

/** The same, by react-email from beginning to end: what `renderDocument` must equal. */
export async function renderAfresh(document: MailDocument): Promise<MailParts> {
  const html = await render(<Letter document={document} />);
  const text = toPlainText(html, { selectors: textLayout });
  return { html, text: `${text.trim()}\n` };
}
