import { mayVote } from '@laurel/domain';
import { html, type SafeHtml } from '../../tasks/page/html.ts';
import { layout } from '../../tasks/page/layout.ts';
import { inLanguage, say } from '../../tasks/page/words.ts';
import { ballotPage } from './ballot.page.ts';
import { attendanceForm, conflictForm, languageSwitch, lineWords, problemBox, sessionFacts } from './parts.ts';
import type { SeatInput } from './seat-input.ts';
import { OUTCOMES } from './words.ts';

/** The page of one member in one session, whatever became of it. */
export function seatPage(input: SeatInput): string {
  const { session, seat, receipt } = input;
  if (session.state === 'open' && receipt === null && mayVote(session.rule, seat)) return ballotPage(input);
  const { language } = input;
  const title = titleOf(input);
  const body = html`${problemBox(input)}<h1>${title}</h1><p><strong>${inLanguage(session.name, language)}</strong></p>${sessionFacts(input)}${receiptBox(input)}${bodyOf(input)}`;
  return layout({ language, title, body, aside: languageSwitch(input) });
}

function titleOf({ session, receipt, language }: SeatInput): string {
  switch (session.state) {
    case 'convened':
      return say(language, 'Giấy mời họp hội đồng', 'Invitation to a council session');
    case 'open':
    case 'closing':
      return receipt === null
        ? say(language, 'Đang bỏ phiếu', 'The ballot is open')
        : say(language, 'Ông/bà đã bỏ phiếu', 'You have voted');
    case 'closed':
      return say(language, 'Đã kiểm phiếu', 'The votes are counted');
    case 'adjourned':
      return say(language, 'Phiên họp đã hoãn', 'The session was adjourned');
  }
}

/** It proves that the roll has this ballot, and nothing about what is in it. */
function receiptBox({ receipt, language }: SeatInput): SafeHtml | null {
  if (receipt === null) return null;
  return html`<div class="box done" role="status"><p><strong>${say(language, 'Phiếu của ông/bà đã ở trong hòm.', 'Your ballot is in the box.')}</strong></p>
<p>${say(language, `Mã biên nhận: ${receipt}. Mã chỉ chứng nhận đã bỏ phiếu, không nói bỏ thế nào.`, `Receipt: ${receipt}. It proves that you voted, and says nothing about how.`)}</p></div>`;
}

function bodyOf(input: SeatInput): SafeHtml | null {
  const { session, language, receipt, path } = input;
  switch (session.state) {
    case 'convened':
      return html`${attendanceForm(input)}<h2>${say(language, 'Chương trình', 'Agenda')}</h2><ul class="plain">${session.lines.map((line) => html`<li>${lineWords(line, input)}</li>`)}</ul>${conflictForm(input)}`;
    case 'open':
      return receipt === null
        ? html`<p>${say(language, 'Quy chế không nhận phiếu của người vắng. Nếu ông/bà đang dự họp, xin báo thư ký.', 'The rules take no ballots of members who are away. If you attend, tell the secretary.')}</p>`
        : null;
    case 'closing':
      return html`<p>${say(language, 'Hòm phiếu đã đóng, đang kiểm phiếu.', 'The box is closed and being counted.')}</p>`;
    case 'closed':
      return html`<ul class="plain">${session.lines.map((line) => html`<li>${lineWords(line, input)}<p><strong>${line.outcome && inLanguage(OUTCOMES[line.outcome], language)}</strong>${line.votes && ` (${String(line.votes.yes)}–${String(line.votes.no)}–${String(line.votes.abstain)})`}</p></li>`)}</ul>
<p><a href="${path}/minutes">${say(language, 'Biên bản kiểm phiếu', 'Minutes of the count (Vietnamese)')}</a></p>`;
    case 'adjourned':
      return html`<p>${say(language, 'Chưa có kết quả nào. Các đề nghị chờ phiên họp khác.', 'There is no result. The nominations wait for another session.')}</p>`;
  }
}
