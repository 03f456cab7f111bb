import type { AccountMailContent } from '@laurel/contracts';
import type { Language } from '@laurel/domain';
import type { Block } from '../document/mail-document.ts';
import { brandOf, hintOf, letter, type LetterWriter } from './letter.ts';

type Occasion = AccountMailContent['occasion'];

const WORDS = {
  vi: {
    heading: {
      'sign-in-code': 'Mã đăng nhập của ông/bà',
      'task-list-code': 'Mã để xem các việc của ông/bà',
      'decision-code': 'Mã để gửi ý kiến của ông/bà',
    },
    lead: {
      'sign-in-code': 'Có yêu cầu đăng nhập bằng địa chỉ thư này. Xin nhập mã dưới đây, hoặc bấm nút để đăng nhập.',
      'task-list-code': 'Có yêu cầu xem tất cả các việc đang chờ ông/bà. Xin nhập mã dưới đây vào trang đang mở.',
      'decision-code': 'Cấp xét này yêu cầu xác nhận trước khi gửi ý kiến. Xin nhập mã dưới đây vào trang đang mở.',
    },
    label: 'Mã dùng một lần',
    valid: (minutes: number) => `Mã có hiệu lực ${String(minutes)} phút và chỉ dùng được một lần.`,
    title: 'Nếu không phải ông/bà yêu cầu',
    ignore: 'Xin bỏ qua thư này và không đưa mã cho ai. Không có mã thì không ai vào được.',
    action: 'Đăng nhập',
  },
  en: {
    heading: {
      'sign-in-code': 'Your sign-in code',
      'task-list-code': 'Your code to see your tasks',
      'decision-code': 'Your code to send your answer',
    },
    lead: {
      'sign-in-code': 'Somebody asked to sign in with this address. Enter the code below, or press the button.',
      'task-list-code': 'Somebody asked to see all tasks that wait for you. Enter the code below on the page that is open.',
      'decision-code': 'This level asks for a confirmation before an answer is sent. Enter the code below on the page that is open.',
    },
    label: 'One-time code',
    valid: (minutes: number) => `The code is valid for ${String(minutes)} minutes and works once.`,
    title: 'If this was not you',
    ignore: 'Ignore this mail and give the code to nobody. Without it nobody gets in.',
    action: 'Sign in',
  },
} as const;

function actionOf(occasion: Occasion, language: Language): Block[] {
  if (occasion.is !== 'sign-in-code') return [];
  return [{ is: 'action', label: WORDS[language].action, hint: hintOf(language), href: occasion.link }];
}

/** A one-time code. It stands in the mail only, never in its subject or preview, which a locked phone shows. */
export const writeAccount: LetterWriter<AccountMailContent> = (mail, { occasion, recipient }) => {
  const { language } = mail;
  const words = WORDS[language];
  return letter(mail, {
    tone: 'calm',
    subject: words.heading[occasion.is],
    brand: brandOf(language),
    heading: words.heading[occasion.is],
    recipient,
    blocks: [
      { is: 'text', text: words.lead[occasion.is] },
      { is: 'highlight', label: words.label, value: occasion.code },
      ...actionOf(occasion, language),
      { is: 'text', text: words.valid(occasion.minutes) },
      { is: 'note', title: words.title, text: words.ignore },
    ],
  });
};
