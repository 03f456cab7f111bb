import type { DigestMailContent } from '@laurel/contracts';
import type { Language } from '@laurel/domain';
import { clean } from '../clean.ts';
import type { Block } from '../document/mail-document.ts';
import { written } from '@laurel/domain';
import { hintOf, letter, type LetterWriter } from './letter.ts';

const WORDS = {
  vi: {
    subject: (programme: string, total: number) => `${programme}: ${String(total)} việc đang chờ ông/bà`,
    heading: (total: number) => `Hôm nay có ${String(total)} việc đang chờ ông/bà`,
    lead: 'Ông/bà đã chọn nhận một thư tổng hợp mỗi ngày thay cho các thư nhắc.',
    listTitle: 'Việc đang chờ, gấp nhất trước',
    due: (at: string) => `hạn ${at}`,
    late: (at: string) => `đã quá hạn từ ${at}`,
    noDue: 'đồng hồ đang dừng',
    more: (count: number) => `và ${String(count)} việc khác`,
    action: 'Xem các việc của tôi',
    how: 'Khi mở, ông/bà nhận một mã dùng một lần qua thư; mỗi việc cũng có đường dẫn riêng trong thư đã gửi. Trên trang đó ông/bà có thể đổi cách nhận thư.',
  },
  en: {
    subject: (programme: string, total: number) => `${programme}: ${String(total)} ${total === 1 ? 'task waits' : 'tasks wait'} for you`,
    heading: (total: number) => `${String(total)} ${total === 1 ? 'task waits' : 'tasks wait'} for you today`,
    lead: 'You chose one summary a day in place of reminders.',
    listTitle: 'Waiting, the most urgent first',
    due: (at: string) => `due ${at}`,
    late: (at: string) => `overdue since ${at}`,
    noDue: 'the clock stands still',
    more: (count: number) => `and ${String(count)} more`,
    action: 'See my tasks',
    how: 'When you open it, a one-time code is mailed to you; each task also has its own link in the mail that brought it. You can change how you get mails there.',
  },
} as const;

type Task = DigestMailContent['tasks'][number];

function lineOf(task: Task, zone: string, language: Language): string {
  const words = WORDS[language];
  const at = task.dueAt === null ? null : written(task.dueAt, zone, language);
  const when = at === null ? words.noDue : task.late ? words.late(at) : words.due(at);
  return `${clean(task.nominee, 80)} – ${clean(task.unit[language], 60)}: ${when}`;
}

/** One mail a day in place of reminders. */
export const writeDigest: LetterWriter<DigestMailContent> = (mail, content, { link }) => {
  const { language } = mail;
  const words = WORDS[language];
  const programme = clean(content.programme[language], 60);
  const lines = content.tasks.map((task) => lineOf(task, content.zone, language));
  const more = content.total - lines.length;
  const action: Block[] = link === null ? [] : [{ is: 'action', label: words.action, hint: hintOf(language), href: link }];
  return letter(mail, {
    tone: content.tasks.some(({ late }) => late) ? 'late' : 'calm',
    subject: words.subject(programme, content.total),
    brand: programme,
    heading: words.heading(content.total),
    recipient: content.recipient,
    blocks: [
      { is: 'text', text: words.lead },
      { is: 'list', title: words.listTitle, items: more > 0 ? [...lines, words.more(more)] : lines },
      ...action,
      { is: 'text', text: words.how },
    ],
  });
};
