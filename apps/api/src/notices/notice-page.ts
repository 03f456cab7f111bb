import type { PublicNotice } from '@laurel/db';
import { writtenDate, type Language } from '@laurel/domain';
import { instantInWords, zoneOf } from '../tasks/page/dates.ts';
import { html, type SafeHtml } from '../tasks/page/html.ts';
import { layout } from '../tasks/page/layout.ts';
import { inLanguage, say } from '../tasks/page/words.ts';
import { LIMITS, saidInWords, STATUS, type Said } from './notice-words.ts';

/** What somebody typed, shown again where it was not taken. */
export interface Typed {
  readonly text: string;
  readonly writer: string;
  readonly contact: string;
}

export interface NoticeView {
  readonly notice: PublicNotice;
  readonly language: Language;
  readonly said: Said | null;
  readonly typed: Typed;
}

const row = (term: string, value: string): SafeHtml => html`<div><dt>${term}</dt><dd>${value}</dd></div>`;

function facts({ notice, language }: NoticeView): SafeHtml {
  const { achievement, rules } = notice;
  const award = rules.awards.find(({ key }) => key === notice.award);
  const [from, to] = [writtenDate(achievement.from, language), writtenDate(achievement.to, language)];
  return html`<dl>
${row(say(language, 'Người (tập thể) được đề nghị', 'Nominee'), notice.nominee)}
${row(say(language, 'Đơn vị', 'Unit'), inLanguage(notice.unit, language))}
${row(say(language, 'Danh hiệu', 'Award'), award ? inLanguage(award.name, language) : notice.award)}
${row(say(language, 'Thành tích', 'Achievement'), `${achievement.title} (${say(language, `từ ${from} đến ${to}`, `from ${from} to ${to}`)})`)}
${achievement.summary !== '' && row(say(language, 'Tóm tắt', 'Summary'), achievement.summary)}
</dl>`;
}

function form({ notice, language, typed }: NoticeView): SafeHtml {
  return html`<h2>${say(language, 'Góp ý', 'Comment')}</h2>
<form method="post" action="/n/${notice.nominationId}?lang=${language}">
<label for="text">${say(language, 'Ý kiến của ông/bà', 'Your comment')}</label>
<textarea id="text" name="text" required maxlength="${LIMITS.text}">${typed.text}</textarea>
<label for="writer">${say(language, 'Họ tên (không bắt buộc)', 'Name (optional)')}</label>
<input id="writer" name="writer" type="text" autocomplete="name" maxlength="${LIMITS.writer}" value="${typed.writer}">
<label for="contact">${say(language, 'Liên hệ để trả lời (không bắt buộc)', 'Contact for an answer (optional)')}</label>
<input id="contact" name="contact" type="text" maxlength="${LIMITS.contact}" value="${typed.contact}">
<p class="hint">${say(language, 'Chỉ người giải quyết đọc được tên và liên hệ của ông/bà.', 'Only those who deal with it can read your name and contact.')}</p>
<button>${say(language, 'Gửi ý kiến', 'Send the comment')}</button>
</form>`;
}

function head({ notice, language, said }: NoticeView): SafeHtml {
  const ends = instantInWords(notice.endsAt, language, zoneOf(notice.rules));
  const asks = notice.running
    ? say(language, `Lấy ý kiến nhân dân đến ${ends}.`, `Comments are taken until ${ends}.`)
    : say(language, 'Đã hết thời gian lấy ý kiến nhân dân.', 'The public notice is over.');
  return html`<h1>${say(language, 'Lấy ý kiến về đề nghị khen thưởng', 'Public notice of a nomination')}</h1>
${said !== null && html`<div class="box ${STATUS[said] !== 200 && 'wrong'}" role="status"><p><strong>${saidInWords(said, language)}</strong></p></div>`}
<p>${asks}</p>`;
}

/** The notice as anybody may read it; once it is over it names nobody. */
export function noticePage(view: NoticeView): string {
  const { notice, language } = view;
  const other = language === 'vi' ? 'en' : 'vi';
  return layout({
    language,
    title: say(language, 'Lấy ý kiến về đề nghị khen thưởng', 'Public notice of a nomination'),
    aside: html`<a href="/n/${notice.nominationId}?lang=${other}" lang="${other}" hreflang="${other}">${other === 'vi' ? 'Tiếng Việt' : 'English'}</a>`,
    body: html`${head(view)}${notice.running && [facts(view), form(view)]}`,
    footer: html`<p>${say(language, 'Mở trang này không làm thay đổi gì.', 'Opening this page changes nothing.')}</p>`,
  });
}
