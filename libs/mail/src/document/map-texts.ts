import { assertNever } from '@laurel/domain';
import type { Block, MailDocument } from './mail-document.ts';

/** The same document with every string replaced; `change` sees them in one fixed order. */
export function mapTexts(document: MailDocument, change: (text: string) => string): MailDocument {
  return {
    language: document.language,
    tone: document.tone,
    subject: change(document.subject),
    preview: change(document.preview),
    brand: change(document.brand),
    heading: change(document.heading),
    blocks: document.blocks.map((block) => mapBlock(block, change)),
    footer: document.footer.map(change),
  };
}

function mapBlock(block: Block, change: (text: string) => string): Block {
  switch (block.is) {
    case 'text':
      return { is: 'text', text: change(block.text) };
    case 'highlight':
      return { is: 'highlight', label: change(block.label), value: change(block.value) };
    case 'facts':
      return { is: 'facts', facts: block.facts.map((fact) => ({ label: change(fact.label), value: change(fact.value) })) };
    case 'list':
      return { is: 'list', title: change(block.title), items: block.items.map(change) };
    case 'quote':
      return { is: 'quote', title: change(block.title), lines: block.lines.map(change) };
    case 'note':
      return { is: 'note', title: change(block.title), text: change(block.text) };
    case 'action':
      return { is: 'action', label: change(block.label), hint: change(block.hint), href: change(block.href) };
    default:
      return assertNever(block);
  }
}

/** The strings of a document in the order of {@link mapTexts}, and the name of its shape. */
export function readTexts(document: MailDocument): { readonly texts: readonly string[]; readonly shape: string } {
  const texts: string[] = [];
  mapTexts(document, (text) => {
    texts.push(text);
    return text;
  });
  return { texts, shape: `${document.language} ${document.tone} ${document.blocks.map(shapeOf).join(' ')} ${document.footer.length}` };
}

function shapeOf(block: Block): string {
  switch (block.is) {
    case 'facts':
      return `facts${block.facts.length}`;
    case 'list':
      return `list${block.items.length}`;
    case 'quote':
      return `quote${block.lines.length}`;
    case 'text':
    case 'highlight':
    case 'note':
    case 'action':
      return block.is;
    default:
      return assertNever(block);
  }
}
