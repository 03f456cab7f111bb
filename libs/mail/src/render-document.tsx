import { mapTexts, readTexts } from './document/map-texts.ts';
import type { MailDocument } from './document/mail-document.ts';
import type { MailParts } from './render-afresh.tsx';

/** Literal, slot, literal, slot, …, literal: even places are text, odd places are numbers of strings. */
type Compiled = readonly (string | number)[];

interface Template {
  readonly html: Compiled;
  readonly text: Compiled;
}

/** Private-use characters: `clean` takes them out of every value, and neither React nor html-to-text touches them. */
const slotPattern = /\uE000(\d+)\uE001/;
const shapesKept = 400;
const templates = new Map<string, Promise<Template>>();

/** A document as HTML and text. A shape met before costs string concatenation only. */
export async function renderDocument(document: MailDocument): Promise<MailParts> {
  const { texts, shape } = readTexts(document);
  const template = await templateOf(document, shape);
  return { html: fill(template.html, texts, escapeHtml), text: fill(template.text, texts, asWritten) };
}

function templateOf(document: MailDocument, shape: string): Promise<Template> {
  const known = templates.get(shape);
  if (known) return known;
  const oldest = templates.keys().next();
  if (templates.size >= shapesKept && oldest.done !== true) templates.delete(oldest.value);
  const made = compile(document);
  // A rejected template must not stay: the next mail of the shape tries again.
  made.catch(() => templates.delete(shape));
  templates.set(shape, made);
  return made;
}

async function compile(document: MailDocument): Promise<Template> {
  // `render-afresh.tsx` with just what it needs of react-email, see tools/bundle-letter.mjs. Those who send no mail do not wait for it.
  const { renderAfresh } = await import('./letter-bundle.js');
  let next = 0;
  const parts = await renderAfresh(mapTexts(document, () => `\uE000${next++}\uE001`));
  return { html: split(parts.html), text: split(parts.text) };
}

function split(rendered: string): Compiled {
  return rendered.split(slotPattern).map((part, index) => (index % 2 === 0 ? part : Number(part)));
}

function fill(compiled: Compiled, texts: readonly string[], escape: (text: string) => string): string {
  let filled = '';
  for (const part of compiled) filled += typeof part === 'string' ? part : escape(texts[part] ?? '');
  return filled;
}

const special = /[&<>"']/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };

/** As React escapes text and attribute values. */
function escapeHtml(text: string): string {
  return text.replace(special, (character) => entities[character] ?? '');
}

function asWritten(text: string): string {
  return text;
}
