import type { Language } from '@laurel/domain';

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** What the reader should feel first: an ordinary request, one that is late, good news. */
export type Tone = 'calm' | 'late' | 'good';

export type Block =
  | { readonly is: 'text'; readonly text: string }
  /** The one thing to remember: by when, or what was given. */
  | { readonly is: 'highlight'; readonly label: string; readonly value: string }
  | { readonly is: 'facts'; readonly facts: readonly Fact[] }
  | { readonly is: 'list'; readonly title: string; readonly items: readonly string[] }
  /** Words of a person, as they wrote them. */
  | { readonly is: 'quote'; readonly title: string; readonly lines: readonly string[] }
  | { readonly is: 'note'; readonly title: string; readonly text: string }
  /** The one link of the mail: a button, and the same address in plain sight. */
  | { readonly is: 'action'; readonly label: string; readonly hint: string; readonly href: string };

/**
 * A mail as data, its words already chosen. The design turns it into HTML and text; because every string of it is a
 * slot, one rendered shape serves all mails that are built alike.
 */
export interface MailDocument {
  readonly language: Language;
  readonly tone: Tone;
  readonly subject: string;
  /** Shown by mail programs beside the subject, not in the mail itself. */
  readonly preview: string;
  readonly brand: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly footer: readonly string[];
}
