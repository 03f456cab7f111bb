import type { LoadedLine } from '@laurel/db';
import { VOTES } from '@laurel/domain';
import { html, type SafeHtml } from '../../tasks/page/html.ts';
import { layout } from '../../tasks/page/layout.ts';
import { inLanguage, say } from '../../tasks/page/words.ts';
import { conflictForm, languageSwitch, lineWords, problemBox, sessionFacts } from './parts.ts';
import { linesFor, type SeatInput } from './seat-input.ts';
import { VOTE_WORDS } from './words.ts';

function lineVotes(line: LoadedLine, input: SeatInput): SafeHtml {
  const { chosen, language } = input;
  const name = `votes[${line.nominationId}]`;
  return html`<fieldset><legend>${lineWords(line, input)}</legend><div class="votes">${VOTES.map(
    (vote) =>
      html`<label class="choice"><input type="radio" name="${name}" value="${vote}"${chosen?.get(line.nominationId) === vote && html` checked`}>${inLanguage(VOTE_WORDS[vote], language)}</label>`,
  )}</div></fieldset>`;
}

/** What the member must know before voting: what stays secret, what a sum can tell by itself. */
function promises({ session, seat, language }: SeatInput): SafeHtml {
  if (!session.rule.secret)
    return html`<div class="box"><p>${say(language, 'Biểu quyết công khai: biên bản ghi ai biểu quyết thế nào.', 'An open ballot: the minutes say who voted how.')}</p></div>`;
  const chair = seat.chair && session.lines.some(({ ballot }) => ballot.chairInFavour);
  return html`<div class="box"><p>${say(
    language,
    'Phiếu kín, bỏ một lần cho tất cả đề nghị, không sửa được. Hệ thống chỉ giữ việc ông/bà đã bỏ phiếu, không giữ lúc nào và không giữ ông/bà bỏ thế nào. Phiếu bị khóa đến khi kiểm; nếu tất cả cùng một ý thì kết quả tự nó cho biết.',
    'A secret ballot, cast once for all lines and final. Only that you have voted is kept: not when, and not how. Votes stay sealed until the count; where all vote alike, the sum tells it by itself.',
  )}</p>${
    chair &&
    html`<p>${say(
      language,
      'Quy chế yêu cầu Chủ tịch hội đồng đồng ý ở một số đề nghị: kết quả của các đề nghị đó có thể cho biết phiếu của ông/bà.',
      'The rules ask for the chair’s own yes in some lines: their outcome may tell how you voted.',
    )}</p>`
  }</div>`;
}

/** The ballot: nothing is chosen beforehand, and it works without any script. */
export function ballotPage(input: SeatInput): string {
  const { session, language, path, nonce, unsent } = input;
  const title = say(language, 'Phiếu bầu', 'Ballot');
  const fill = html`<button type="submit" class="quiet" name="fill" value="yes" formnovalidate>${say(language, 'Điền “Đồng ý” cho tất cả rồi xem lại (chưa gửi)', 'Fill in “Yes” everywhere and look again (sends nothing)')}</button>`;
  const body = html`${problemBox(input)}<h1>${title} – ${inLanguage(session.name, language)}</h1>${sessionFacts(input)}${promises(input)}${
    unsent === true &&
    html`<div class="box late" role="status"><p><strong>${say(language, 'Chưa gửi. Xin xem lại, sửa nếu cần, rồi bấm “Bỏ phiếu”.', 'Not sent yet. Look again, change what you want, then press “Cast the ballot”.')}</strong></p></div>`
  }<form method="post" action="${path}?lang=${language}"><input type="hidden" name="nonce" value="${nonce}">${fill}
${linesFor(input).free.map((line) => lineVotes(line, input))}
<button type="submit">${say(language, 'Bỏ phiếu', 'Cast the ballot')}</button></form>${conflictForm(input)}`;
  return layout({ language, title, body, aside: languageSwitch(input) });
}
