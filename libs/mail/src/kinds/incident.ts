import type { IncidentMailContent } from '@laurel/contracts';
import { clean } from '../clean.ts';
import type { Block } from '../document/mail-document.ts';
import { brandOf, hintOf, letter, type LetterWriter } from './letter.ts';

type Is = IncidentMailContent['occasion']['is'];

const WORDS = {
  vi: {
    lead: {
      stuck: 'Hệ thống phát hiện hồ sơ không đi tiếp được và cần người xử lý.',
      'all-clear': 'Sự cố dưới đây đã hết; ông/bà không cần làm gì thêm.',
      objection: 'Một người được hỏi báo rằng ý kiến ghi tên mình không phải do mình gửi. Hồ sơ đã tạm dừng, chờ ông/bà kiểm tra.',
    },
    cause: 'Nguyên nhân',
    count: (count: number) => `${String(count)} hồ sơ`,
    countLabel: 'Số hồ sơ',
    action: 'Mở trang xử lý',
  },
  en: {
    lead: {
      stuck: 'Nominations cannot go on and need somebody to look at them.',
      'all-clear': 'What is named below is over; there is nothing more to do.',
      objection:
        'Somebody says that the answer recorded in their name was not theirs. The nomination is on hold until you have looked into it.',
    },
    cause: 'Cause',
    count: (count: number) => `${String(count)} ${count === 1 ? 'nomination' : 'nominations'}`,
    countLabel: 'How many',
    action: 'Open the page',
  },
} as const;

const TONES: Readonly<Record<Is, 'late' | 'good'>> = { stuck: 'late', 'all-clear': 'good', objection: 'late' };

/** To those who keep the installation or the programme going: what is wrong, why, where to mend it. */
export const writeIncident: LetterWriter<IncidentMailContent> = (mail, { occasion, recipient }, { link }) => {
  const { language } = mail;
  const words = WORDS[language];
  const title = clean(occasion.title[language], 200);
  const href = occasion.link ?? link;
  const counted = occasion.count === 0 ? [] : [{ label: words.countLabel, value: words.count(occasion.count) }];
  const action: Block[] = href === null ? [] : [{ is: 'action', label: words.action, hint: hintOf(language), href }];
  return letter(mail, {
    tone: TONES[occasion.is],
    subject: title,
    brand: brandOf(language),
    heading: title,
    recipient,
    preview: words.lead[occasion.is],
    blocks: [
      { is: 'text', text: words.lead[occasion.is] },
      {
        is: 'facts',
        facts: [{ label: words.cause, value: clean(occasion.cause[language], 600) }, ...counted],
      },
      ...action,
    ],
  });
};
