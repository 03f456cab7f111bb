import type { Language } from '@laurel/domain';
import type { MailedPerson, WaitingTask } from '@laurel/db';
import type { Problem } from '../../http/problem.ts';
import { instantInWords } from './dates.ts';
import { languageSwitch } from './facts.ts';
import { html, type Fragment, type SafeHtml } from './html.ts';
import { layout } from './layout.ts';
import { inLanguage, maskedAddress, say } from './words.ts';

/** What the pages of one person, rather than of one task, are made of. */
export interface PersonInput {
  readonly person: MailedPerson;
  readonly language: Language;
  /** Path of this page, token included. */
  readonly path: string;
  /** IANA zone in which dates are written. */
  readonly zone: string;
  readonly now: number;
  readonly problem?: Problem;
}

function whole(input: PersonInput, title: string, body: Fragment): string {
  const { language, path } = input;
  return layout({
    language,
    title,
    body: html`${wrong(input)}<h1>${title}</h1>${body}`,
    aside: languageSwitch({ language, path }),
    footer: wayBack(input),
  });
}

/** To the page that the mail led to; a digest's own page is the list. */
function wayBack({ language, path }: PersonInput): SafeHtml | null {
  const [, mailed] = /^(.+)\/(?:tasks|preferences|unsubscribe)$/.exec(path) ?? [];
  return mailed === undefined
    ? null
    : html`<p><a href="${mailed}?lang=${language}">${say(language, 'Trở lại trang trong thư', 'Back to the page of the mail')}</a></p>`;
}

function wrong({ problem, language }: PersonInput): SafeHtml | null {
  if (!problem) return null;
  const { detail, detailVi } = problem.details;
  return html`<div class="box wrong" role="alert"><p>${say(language, detailVi ?? detail, detail)}</p></div>`;
}

const listTitle = (language: Language): string => say(language, 'Các việc đang chờ ông/bà', 'Your tasks');

/** Says what is behind the door, and mails the code on request: a visit alone sends nothing. */
export function askForListPage(input: PersonInput): string {
  const { language, path, person } = input;
  const address = maskedAddress(person.email);
  return whole(
    input,
    listTitle(language),
    html`<p>${say(
      language,
      `Danh sách này cho thấy mọi việc đang chờ ${person.fullName}, nên cần thêm một mã dùng một lần gửi tới ${address}.`,
      `This list shows everything that waits for ${person.fullName}, so it takes a one-time code mailed to ${address}.`,
    )}</p>
<form method="post" action="${path}?lang=${language}"><input type="hidden" name="send" value="yes"><button type="submit">${say(language, 'Gửi mã cho tôi', 'Mail me a code')}</button></form>`,
  );
}

export function enterCodePage(input: PersonInput): string {
  const { language, path, person } = input;
  const address = maskedAddress(person.email);
  return whole(
    input,
    listTitle(language),
    html`<form method="post" action="${path}?lang=${language}"><label for="code">${say(language, 'Mã dùng một lần', 'One-time code')}</label>
<p class="hint" id="code-hint">${say(language, `Sáu chữ số vừa được gửi tới ${address}, có hiệu lực 10 phút.`, `Six digits, just mailed to ${address}, valid for 10 minutes.`)}</p>
<input type="text" class="code" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="9" required aria-describedby="code-hint">
<button type="submit">${say(language, 'Xem các việc', 'Show my tasks')}</button></form>
<form method="post" action="${path}?lang=${language}"><input type="hidden" name="send" value="yes"><button type="submit" class="quiet">${say(language, 'Gửi mã khác', 'Mail another code')}</button></form>`,
  );
}

function when({ dueAt, held }: WaitingTask, { language, zone, now }: PersonInput): string {
  if (held) return say(language, 'đang tạm dừng', 'on hold');
  if (dueAt === null) return say(language, 'chưa có hạn', 'no deadline at present');
  const due = instantInWords(dueAt, language, zone);
  return now > dueAt ? say(language, `đã quá hạn từ ${due}`, `overdue since ${due}`) : say(language, `hạn ${due}`, `due ${due}`);
}

/** Everything that waits for the person, the most urgent first. */
export function taskListPage(input: PersonInput, tasks: readonly WaitingTask[], pathOf: (taskId: string) => string): string {
  const { language } = input;
  if (tasks.length === 0)
    return whole(
      input,
      listTitle(language),
      html`<p>${say(language, 'Hiện không có việc nào đang chờ ông/bà.', 'Nothing waits for you at present.')}</p>`,
    );
  const items = tasks.map(
    (task) =>
      html`<li><a href="${pathOf(task.id)}?lang=${language}"><strong>${task.nominee}</strong></a> – ${inLanguage(task.unit, language)}<br>
${task.achievement}<br><span class="soft small">${when(task, input)}</span></li>`,
  );
  return whole(input, listTitle(language), html`<ul class="plain">${items}</ul>`);
}

const REMINDERS = {
  each: {
    vi: ['Từng thư nhắc', 'Mỗi lần nhắc là một thư.'],
    en: ['Each reminder', 'Every reminder is a mail of its own.'],
  },
  digest: {
    vi: ['Một thư tổng hợp mỗi ngày', 'Buổi sáng, khi có việc đang chờ.'],
    en: ['One summary a day', 'In the morning, when something waits.'],
  },
  none: {
    vi: ['Không nhắc', 'Ông/bà tự theo dõi hạn.'],
    en: ['No reminders', 'You keep an eye on deadlines yourself.'],
  },
} as const;

function reminderChoice(value: keyof typeof REMINDERS, { person, language }: PersonInput): SafeHtml {
  const [label, hint] = REMINDERS[value][language];
  return html`<label class="choice"><input type="radio" name="reminders" value="${value}"${person.reminders === value && html` checked`}>${label}<span>${hint}</span></label>`;
}

function languageChoice(value: Language, label: string, { person }: PersonInput): SafeHtml {
  return html`<label class="choice"><input type="radio" name="language" value="${value}"${person.language === value && html` checked`}><bdi lang="${value}">${label}</bdi></label>`;
}

/** How a person wants their mails. */
export function preferencesPage(input: PersonInput, isSaved: boolean): string {
  const { language, path, person } = input;
  const saved = html`<div class="box done" role="status"><p>${say(language, 'Đã lưu.', 'Saved.')}</p></div>`;
  return whole(
    input,
    say(language, 'Cách nhận thư', 'Mail preferences'),
    html`${isSaved && saved}<p class="who">${person.fullName}</p>
<form method="post" action="${path}?lang=${language}">
<fieldset><legend>${say(language, 'Ngôn ngữ của thư', 'Language of mails')}</legend>${languageChoice('vi', 'Tiếng Việt', input)}${languageChoice('en', 'English', input)}</fieldset>
<fieldset><legend>${say(language, 'Thư nhắc', 'Reminders')}</legend>${reminderChoice('each', input)}${reminderChoice('digest', input)}${reminderChoice('none', input)}</fieldset>
<p class="hint">${say(
      language,
      'Thư giao việc, thư báo cấp trên, thư xác nhận và thư kết quả luôn được gửi.',
      'Mails that bring a task, tell a superior, confirm an answer or bring a result are always sent.',
    )}</p>
<button type="submit">${say(language, 'Lưu', 'Save')}</button></form>`,
  );
}

/** Asks before it changes anything: programs that visit every address of a mail change nothing. */
export function unsubscribePage(input: PersonInput, isDone: boolean): string {
  const { language, path } = input;
  const back = html`<p><a href="${path.replace(/unsubscribe$/, 'preferences')}?lang=${language}">${say(language, 'Cách nhận thư', 'Mail preferences')}</a></p>`;
  if (isDone)
    return whole(
      input,
      say(language, 'Đã ngừng thư nhắc', 'Reminders are off'),
      html`<p>${say(
        language,
        'Ông/bà không nhận thư nhắc nữa. Thư giao việc, thư xác nhận và thư kết quả vẫn được gửi.',
        'You get no more reminders. Mails that bring a task, confirm an answer or bring a result are still sent.',
      )}</p>${back}`,
    );
  return whole(
    input,
    say(language, 'Ngừng nhận thư nhắc?', 'Stop reminders?'),
    html`<p>${say(language, 'Thư giao việc, thư xác nhận và thư kết quả vẫn được gửi.', 'Mails that bring a task, confirm an answer or bring a result are still sent.')}</p>
<form method="post" action="${path}?lang=${language}"><input type="hidden" name="stop" value="yes"><button type="submit">${say(language, 'Ngừng thư nhắc', 'Stop reminders')}</button></form>${back}`,
  );
}
