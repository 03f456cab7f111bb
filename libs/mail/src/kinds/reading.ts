import type { ClaimedMail, NominationMailContent } from '@laurel/contracts';
import type { ComplaintFacts, Instant, Language, MailOccasion, Text } from '@laurel/domain';
import { clean, cleanLines } from '../clean.ts';
import type { Block, MailDocument, Tone } from '../document/mail-document.ts';
import { phaseOf, written, type Phase } from '@laurel/domain';
import { en } from '../words/en.ts';
import { vi } from '../words/vi.ts';
import type { Ask, AskWords, Words } from '../words/words.ts';

/** Thrown when a mail's content cannot be told: the mail is marked failed with this reason. */
export class MailNotRenderable extends Error {
  override readonly name = 'MailNotRenderable';
}

/** A claimed mail read for one reader: words of the language, values cleaned, instants written. */
export interface Reading {
  readonly mail: ClaimedMail;
  readonly language: Language;
  readonly words: Words;
  readonly content: NominationMailContent;
  readonly link: string | null;
  readonly programme: string;
  readonly nominee: string;
  readonly unit: string;
  readonly award: string;
  readonly level: string;
  readonly due: string | null;
  readonly closes: string | null;
  readonly phase: Phase | null;
}

/** Builds the document of one kind of mail. */
export type Writer = (reading: Reading) => MailDocument;

export function read(mail: ClaimedMail, content: NominationMailContent, link: string | null, now: Instant): Reading {
  const { language } = mail;
  const pick = (text: Text): string => clean(text[language]);
  return {
    mail,
    language,
    words: language === 'en' ? en : vi,
    content,
    link,
    programme: pick(content.programme),
    nominee: clean(content.nominee),
    unit: pick(content.unit),
    award: pick(content.award),
    level: pick(content.level),
    due: content.dueAt === null ? null : written(content.dueAt, content.zone, language),
    closes: content.closesAt === null ? null : written(content.closesAt, content.zone, language),
    phase: content.dueAt === null ? null : phaseOf(content.dueAt, now, content.zone),
  };
}

const ASKS: readonly string[] = [
  'review',
  'completion',
  'appraisal',
  'consultation',
  'objection-answer',
  'feedback-answer',
  'complaint',
] satisfies readonly Ask[];

const isAsk = (is: string): is is Ask => ASKS.includes(is);

/** The words and the occasion of a mail that asks for something; a result has no task. */
export function askOf({ content, words, mail }: Reading): { readonly ask: AskWords; readonly occasion: MailOccasion } {
  const { occasion } = content;
  if (!isAsk(occasion.is)) throw new MailNotRenderable(`a mail of kind ${mail.kind} cannot tell the occasion ${occasion.is}`);
  return { ask: words.asks[occasion.is], occasion };
}

export function assemble(
  reading: Reading,
  parts: { readonly tone: Tone; readonly heading: string; readonly blocks: readonly Block[] },
): MailDocument {
  const { words, programme, nominee, unit, language, mail } = reading;
  const number = mail.nominationId === null ? [] : [words.caseNumber(clean(mail.nominationId))];
  return {
    language,
    tone: parts.tone,
    subject: subjectOf(reading),
    preview: [parts.heading, reading.due, `${nominee}, ${unit}`].filter((part) => part !== null).join(' · '),
    brand: programme,
    heading: parts.heading,
    blocks: [{ is: 'text', text: words.greeting(clean(reading.content.recipient)) }, ...parts.blocks],
    footer: [words.automatic(programme), ...number],
  };
}

/**
 * The same words in every mail of a nomination: mail programs keep a conversation together only while its subject
 * stays. What has changed is in the preview and the heading.
 */
function subjectOf({ content, language }: Reading): string {
  return `${clean(content.programme[language], 60)}: ${clean(content.nominee, 80)} – ${clean(content.unit[language], 60)}`;
}

export function factsOf({ words, nominee, unit, award, level, content }: Reading): Block {
  const { labels } = words;
  return {
    is: 'facts',
    facts: [
      { label: labels.nominee, value: nominee },
      { label: labels.achievement, value: clean(content.achievement, 600) },
      { label: labels.award, value: award },
      { label: labels.unit, value: unit },
      { label: labels.level, value: level },
    ],
  };
}

export function actingForOf({ content, words }: Reading): Block[] {
  return content.actingFor === null ? [] : [{ is: 'text', text: words.actingFor(clean(content.actingFor)) }];
}

export function deadlineOf({ words, due, phase }: Reading, ask: AskWords): Block {
  if (due === null) return { is: 'text', text: words.noDeadline };
  return { is: 'highlight', label: phase === 'late' ? words.overdueSince : ask.due, value: due };
}

/** What is particular to the occasion: what a returned dossier lacks and why, or the ground of a complaint. */
export function particularsOf(reading: Reading, occasion: MailOccasion): Block[] {
  if (occasion.is === 'completion') return missingOf(reading, occasion);
  return occasion.is === 'complaint' || occasion.is === 'complaint-settled' ? groundOf(reading, occasion) : [];
}

function missingOf({ words, language }: Reading, occasion: Extract<MailOccasion, { is: 'completion' }>): Block[] {
  const missing: Block[] =
    occasion.missing.length === 0
      ? []
      : [{ is: 'list', title: words.missingTitle, items: occasion.missing.map((item) => clean(item[language])) }];
  return [...missing, ...reasonOf(occasion.reason, words.returnReasonTitle)];
}

function groundOf({ words, language }: Reading, { ground, instance }: ComplaintFacts): Block[] {
  const { groundTitle, secondTime } = words.complaint;
  const note: Block = { is: 'note', title: groundTitle, text: clean(ground[language], 600) };
  return instance === 2 ? [note, { is: 'text', text: secondTime }] : [note];
}

export function reasonOf(reason: string | null, title: string): Block[] {
  const lines = reason === null ? [] : cleanLines(reason);
  return lines.length === 0 ? [] : [{ is: 'quote', title, lines }];
}

export function otherwiseOf({ content, words, closes }: Reading, ask: AskWords): Block {
  return { is: 'note', title: ask.otherwiseTitle, text: words.otherwise(content.otherwise, ask, closes) };
}

/** The one link; a mail that asks for something is of no use without it. */
export function actionOf(reading: Reading, ask: AskWords): Block[] {
  return [linkOf(reading, ask.action), { is: 'text', text: reading.words.linkIsYours }];
}

export function linkOf({ link, words, mail }: Reading, label: string): Block {
  if (link === null) throw new MailNotRenderable(`a mail of kind ${mail.kind} needs a link to its page`);
  return { is: 'action', label, hint: words.actionHint, href: link };
}
