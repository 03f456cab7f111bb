import type { LoadedLine } from '@laurel/db';
import { instantInWords } from '../../tasks/page/dates.ts';
import { html, type SafeHtml } from '../../tasks/page/html.ts';
import { inLanguage, say } from '../../tasks/page/words.ts';
import { linesFor, type SeatInput } from './seat-input.ts';
import { PRESENCE } from './words.ts';

/** What went wrong, on top of the page. */
export function problemBox({ problem, language }: SeatInput): SafeHtml | null {
  if (!problem) return null;
  const { titleVi, title, errors } = problem.body();
  const { detail, detailVi } = problem.details;
  return html`<div class="box wrong" role="alert"><p><strong>${say(language, titleVi, title)}</strong></p>
<p>${say(language, detailVi ?? detail, detail)}</p>${errors?.map((error) => html`<p>${say(language, error.detailVi ?? error.detail, error.detail)}</p>`)}</div>`;
}

/** Which session, who is asked, and for whom. */
export function sessionFacts({ session, seat, language }: SeatInput): SafeHtml {
  const at = (instant: number): string => instantInWords(instant, language, session.zone);
  return html`<p class="who">${say(language, 'Thành viên', 'Member')}: <strong>${seat.fullName}</strong>, ${inLanguage(seat.title, language)}.${
    seat.actingFor !== null && html` ${say(language, 'Thay mặt', 'Acting for')}: <strong>${seat.actingFor}</strong>.`
  }</p>
<dl><div><dt>${say(language, 'Họp lúc', 'Meets at')}</dt><dd>${at(session.meetsAt)}</dd></div>
<div><dt>${say(language, 'Bỏ phiếu', 'Voting')}</dt><dd>${at(session.opensAt)} – ${at(session.closesAt)}</dd></div>
<div><dt>${say(language, 'Số đề nghị', 'Nominations')}</dt><dd>${session.lines.length}</dd></div></dl>`;
}

/** One nomination in a line. */
export function lineWords({ line, nominee, achievement, unit }: LoadedLine, { language }: SeatInput): SafeHtml {
  return html`<strong>${line}. ${nominee}</strong> <span class="line">${inLanguage(unit, language)}. ${achievement}</span>`;
}

/** Whether the member comes; asked until the ballot opens. */
export function attendanceForm({ seat, session, language, path }: SeatInput): SafeHtml {
  const offered = session.rule.absentees === 'written' ? (['present', 'written', 'away'] as const) : (['present', 'away'] as const);
  return html`<form method="post" action="${path}?lang=${language}"><fieldset><legend>${say(language, 'Ông/bà có dự họp không?', 'Will you attend?')}</legend>
<p class="hint">${say(language, 'Hiện ghi nhận', 'Noted so far')}: ${inLanguage(PRESENCE[seat.presence], language)}.</p>${offered.map(
    (presence) =>
      html`<label class="choice"><input type="radio" name="attendance" value="${presence}" required>${inLanguage(PRESENCE[presence], language)}<span></span></label>`,
  )}</fieldset><button type="submit">${say(language, 'Gửi', 'Send')}</button></form>`;
}

/** A conflict of interest is declared before voting; the line is then hidden. */
export function conflictForm(input: SeatInput): SafeHtml | null {
  const { language, path } = input;
  const { free, recused } = linesFor(input);
  return html`<h2>${say(language, 'Xung đột lợi ích', 'Conflict of interest')}</h2>
${recused.length > 0 && html`<p>${say(language, 'Ông/bà không biểu quyết các đề nghị số', 'You have no voice in lines')} ${recused.map(({ line }) => String(line)).join(', ')}.</p>`}
${
  free.length > 0 &&
  html`<form method="post" action="${path}?lang=${language}"><p class="hint">${say(
    language,
    'Nếu liên quan đến một đề nghị, xin khai trước khi bỏ phiếu: đề nghị đó sẽ không còn trên phiếu của ông/bà, và chỉ người khác mới gỡ được.',
    'If you are involved in a nomination, say so before you vote: it leaves your ballot, and only somebody else can undo that.',
  )}</p>
<label for="conflict">${say(language, 'Đề nghị liên quan', 'Nomination')}</label>
<select id="conflict" name="conflict" required><option value=""></option>${free.map(({ nominationId, line, nominee }) => html`<option value="${nominationId}">${line}. ${nominee}</option>`)}</select>
<label for="reason">${say(language, 'Lý do (không bắt buộc)', 'Reason (optional)')}</label><input type="text" id="reason" name="reason" maxlength="1000" autocomplete="off">
<button type="submit" class="quiet">${say(language, 'Khai xung đột lợi ích', 'Declare the conflict')}</button></form>`
}`;
}

/** The other language, one press away. */
export function languageSwitch({ language, path }: SeatInput): SafeHtml {
  return language === 'vi'
    ? html`<a href="${path}?lang=en" lang="en" hreflang="en">English</a>`
    : html`<a href="${path}?lang=vi" lang="vi" hreflang="vi">Tiếng Việt</a>`;
}
