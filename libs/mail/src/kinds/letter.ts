import type { ClaimedMail } from '@laurel/contracts';
import type { Instant, Language } from '@laurel/domain';
import { clean } from '../clean.ts';
import type { Block, MailDocument, Tone } from '../document/mail-document.ts';

/** What mails that are not about one nomination have in common. */
export interface LetterParts {
  readonly tone: Tone;
  readonly subject: string;
  readonly brand: string;
  readonly heading: string;
  readonly recipient: string;
  /** Beside the subject, after the heading; never a secret. */
  readonly preview?: string;
  readonly blocks: readonly Block[];
}

const COMMON = {
  vi: {
    brand: 'Thi đua – Khen thưởng',
    greeting: (name: string) => `Kính gửi ông/bà ${name},`,
    automatic: 'Thư tự động. Xin không trả lời thư này.',
    hint: 'Nếu nút trên không mở được, xin dùng địa chỉ này:',
  },
  en: {
    brand: 'Emulation and Commendation',
    greeting: (name: string) => `Dear ${name},`,
    automatic: 'Automatic mail. Please do not reply.',
    hint: 'If the button does not open, please use this address:',
  },
} as const;

/** The name under which the installation writes when no programme speaks. */
export const brandOf = (language: Language): string => COMMON[language].brand;

export const hintOf = (language: Language): string => COMMON[language].hint;

export function letter({ language }: ClaimedMail, parts: LetterParts): MailDocument {
  const words = COMMON[language];
  return {
    language,
    tone: parts.tone,
    subject: parts.subject,
    preview: parts.preview === undefined ? parts.heading : `${parts.heading} · ${parts.preview}`,
    brand: parts.brand,
    heading: parts.heading,
    blocks: [{ is: 'text', text: words.greeting(clean(parts.recipient)) }, ...parts.blocks],
    footer: [words.automatic],
  };
}

/** Writes one mail whose content is about something else than a nomination. */
export type LetterWriter<Content> = (
  mail: ClaimedMail,
  content: Content,
  at: { readonly link: string | null; readonly now: Instant },
) => MailDocument;
