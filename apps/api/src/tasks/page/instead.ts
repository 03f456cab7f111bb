import type { MoreTimeRule } from '@laurel/domain';
import type { TaskPageData } from '@laurel/db';
import { html, type SafeHtml } from './html.ts';
import type { PageInput } from './page.types.ts';
import { inLanguage, say } from './words.ts';

/** What else than an answer can be sent, each behind its own heading and with its own button. */
interface Instead {
  readonly decision: string;
  readonly title: string;
  readonly consequence: string;
  readonly button: string;
  readonly field?: SafeHtml | null;
}

function section({ decision, title, consequence, button, field }: Instead, { language, path }: PageInput): SafeHtml {
  const sure = say(language, 'Vâng, tôi chọn việc này', 'Yes, this is what I want');
  // Never chosen beforehand: what a mail scanner posts blindly must change nothing.
  return html`<details><summary>${title}</summary>
<form method="post" action="${path}?lang=${language}">${field}
<label class="choice"><input type="radio" name="decision" value="${decision}" required>${sure}<span>${consequence}</span></label>
<button type="submit" class="quiet">${button}</button></form></details>`;
}

function reason({ language }: PageInput, id: string): SafeHtml {
  return html`<label for="${id}">${say(language, 'Ghi chú (không bắt buộc)', 'Remark (optional)')}</label>
<textarea id="${id}" name="reason" maxlength="4000"></textarea>`;
}

/** Who can be chosen: colleagues of the same unit where there are any. */
function colleagueField({ page, language, colleagues, filledIn }: PageInput): SafeHtml {
  const near = colleagues.filter(({ unit }) => unit === page.post.unit);
  const offered = near.length > 0 ? near : colleagues;
  return html`<label for="to">${say(language, 'Chuyển cho ai?', 'To whom?')}</label>
<select id="to" name="to" required><option value=""></option>${offered.map(
    ({ id, fullName, title }) =>
      html`<option value="${id}"${filledIn?.to === id && html` selected`}>${fullName} – ${inLanguage(title, language)}</option>`,
  )}</select>`;
}

function delegation(input: PageInput): Instead | null {
  const { page, language, colleagues } = input;
  if (!page.choices.includes('delegate') || colleagues.length === 0) return null;
  return {
    decision: 'delegate',
    title: say(language, 'Chuyển cho người khác trả lời', 'Let somebody else answer'),
    consequence: say(
      language,
      'Người được chọn nhận thư thay ông/bà. Hạn trả lời giữ nguyên.',
      'The person you choose gets the mail instead of you. The deadline stays.',
    ),
    button: say(language, 'Chuyển việc', 'Pass it on'),
    field: colleagueField(input),
  };
}

/** How much more time the rules grant on this page, if any is left. */
export function moreTimeOf(page: TaskPageData): MoreTimeRule | null {
  const stage = page.rules.stages.find(({ key }) => key === page.stage);
  const rule = page.kind !== 'completion' && stage && 'moreTime' in stage ? (stage.moreTime ?? null) : null;
  return rule && page.granted < rule.times ? rule : null;
}

function moreTime(input: PageInput): Instead | null {
  const { language, page } = input;
  const rule = moreTimeOf(page);
  if (!rule) return null;
  const left = rule.times - page.granted;
  return {
    decision: 'more-time',
    title: say(language, 'Xin thêm thời gian', 'Ask for more time'),
    consequence: say(
      language,
      `Hạn của ông/bà lùi thêm ${String(rule.workingDays)} ngày làm việc. Còn xin được ${String(left)} lần.`,
      `Your deadline moves by ${String(rule.workingDays)} working days. You can ask ${String(left)} more ${left === 1 ? 'time' : 'times'}.`,
    ),
    button: say(language, 'Xin thêm thời gian', 'Ask for more time'),
    field: reason(input, 'more-time-reason'),
  };
}

function conflict(input: PageInput): Instead {
  const { language } = input;
  return {
    decision: 'conflict',
    title: say(language, 'Tôi có xung đột lợi ích', 'I have a conflict of interest'),
    consequence: say(
      language,
      'Ông/bà sẽ không được hỏi về hồ sơ này nữa; người thay thế hoặc cấp trên được mời trả lời.',
      'You will not be asked about this nomination again; your substitute or superior is asked instead.',
    ),
    button: say(language, 'Khai báo xung đột lợi ích', 'Declare the conflict'),
    field: reason(input, 'conflict-reason'),
  };
}

function notMe(input: PageInput): Instead {
  const { language } = input;
  return {
    decision: 'not-me',
    title: say(language, 'Việc này không phải của tôi', 'This is not for me'),
    consequence: say(
      language,
      'Việc được chuyển lên cấp trên của chức danh này. Ông/bà không cần làm gì thêm.',
      'The superior of this post is asked. There is nothing more for you to do.',
    ),
    button: say(language, 'Không phải việc của tôi', 'This is not for me'),
    field: reason(input, 'not-me-reason'),
  };
}

/** Ways out for whoever cannot or should not answer. A returned dossier is its officer's own. */
export function insteadOfAnswering(input: PageInput): SafeHtml | null {
  if (input.page.kind === 'completion') return null;
  const ways = [delegation(input), moreTime(input), conflict(input), notMe(input)].filter((way) => way !== null);
  return html`<h2>${say(input.language, 'Nếu ông/bà không thể trả lời', 'If you cannot answer')}</h2>${ways.map((way) => section(way, input))}`;
}
