import type { LoadedLine, LoadedSeat, LoadedSession, OpenVote } from '@laurel/db';
import { quorumOf, type BallotRule } from '@laurel/domain';
import { instantInWords } from '../../tasks/page/dates.ts';
import { html, type SafeHtml } from '../../tasks/page/html.ts';
import { layout } from '../../tasks/page/layout.ts';
import { BECAUSE, OUTCOMES, PRESENCE } from './words.ts';

const OF = {
  total: 'tổng số thành viên',
  present: 'số thành viên tham gia biểu quyết',
  eligible: 'số thành viên có quyền biểu quyết',
} as const;

const SAID = ['yes', 'no', 'abstain', 'recused'] as const satisfies readonly OpenVote['choice'][];

/** The rule of a line in words: `>= 90% tổng số thành viên`. */
function thresholdInWords({ threshold, chairInFavour }: BallotRule): string {
  const compare = threshold.compare === '>=' ? 'từ' : 'trên';
  const chair = chairInFavour ? ', trong đó có Chủ tịch hội đồng' : '';
  return `đồng ý ${compare} ${String(threshold.percent)}% ${OF[threshold.of]}${chair}`;
}

function nameOf({ fullName, actingFor }: LoadedSeat): string {
  return fullName === null ? 'khuyết' : actingFor === null ? fullName : `${fullName} (thay ${actingFor})`;
}

function memberRow(seat: LoadedSeat): SafeHtml {
  const { title, presence, hasVoted, chair } = seat;
  return html`<tr><td>${nameOf(seat)}${chair && ' – Chủ tịch'}</td><td>${title.vi}</td><td>${PRESENCE[presence].vi}</td><td>${hasVoted ? 'có' : 'không'}</td></tr>`;
}

function lineRow({ line, nominee, achievement, unit, votes, recused, outcome, because }: LoadedLine): SafeHtml {
  const counts = votes
    ? html`<td>${votes.yes}</td><td>${votes.no}</td><td>${votes.abstain}</td>`
    : html`<td colspan="3">không công bố</td>`;
  const result = `${outcome ? OUTCOMES[outcome].vi : 'chưa xét'}${because !== null && because in BECAUSE ? ` (${BECAUSE[because as keyof typeof BECAUSE].vi})` : ''}`;
  return html`<tr><td>${line}</td><td>${nominee}</td><td>${unit.vi}</td><td>${achievement}</td>${counts}<td>${recused ?? 0}</td><td>${result}</td></tr>`;
}

/** Who said what on each line, for the rule of an open ballot has the minutes say so. */
function openBallot({ seats, lines }: LoadedSession, votes: readonly OpenVote[]): SafeHtml {
  const names = new Map(seats.map((seat) => [seat.seat, nameOf(seat)]));
  const said = (line: number, choice: OpenVote['choice']): string =>
    votes.flatMap((vote) => (vote.line === line && vote.choice === choice ? [names.get(vote.seat) ?? ''] : [])).join(', ') || '–';
  const rows = lines
    .filter((line) => line.votes !== null)
    .map(
      ({ line, nominee }) =>
        html`<tr><td>${line}</td><td>${nominee}</td>${SAID.map((choice) => html`<td>${said(line, choice)}</td>`)}</tr>`,
    );
  return html`<h2>Biểu quyết công khai: ai biểu quyết thế nào</h2>
<table><thead><tr><th>Số</th><th>Đề nghị khen thưởng</th><th>Đồng ý</th><th>Không đồng ý</th><th>Phiếu trắng</th><th>Tránh biểu quyết</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function presenceFacts({ attendance, seats, lines }: LoadedSession): SafeHtml {
  const present = attendance?.present ?? 0;
  const cast = seats.filter(({ hasVoted }) => hasVoted).length;
  const rules = [...new Map(lines.map(({ ballot }) => [JSON.stringify(ballot), ballot])).values()];
  const quorums = rules.map(({ quorum }) => {
    const of = quorum.of === 'total' ? (attendance?.total ?? 0) : (attendance?.eligible ?? 0);
    return `ít nhất ${String(quorumOf(quorum, of))} thành viên dự (${String(quorum.numerator)}/${String(quorum.denominator)})`;
  });
  return html`<p>Tổng số thành viên: ${attendance?.total ?? seats.length}; dự họp: ${present}; số phiếu trong hòm: ${cast} (gồm phiếu của người vắng, không tách riêng).</p>
<p>Điều kiện tiến hành: ${[...new Set(quorums)].join('; ')}. Điều kiện thông qua: ${[...new Set(rules.map(thresholdInWords))].join('; ')}.</p>`;
}

/** A paper's table is wider than a phone: it scrolls by itself, by keyboard too. */
const table = (label: string, heads: readonly string[], rows: readonly SafeHtml[]): SafeHtml =>
  html`<div class="wide" tabindex="0" role="region" aria-label="${label}"><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;

const MEMBER_HEADS = ['Họ tên', 'Chức danh', 'Dự họp', 'Đã bỏ phiếu'];
const LINE_HEADS = ['Số', 'Đề nghị khen thưởng', 'Đơn vị', 'Thành tích', 'Đồng ý', 'Không', 'Trắng', 'Tránh', 'Kết quả'];

/**
 * The minutes of the count. Of a secret ballot a sum of one is never printed, and what a unanimous sum tells by itself is said;
 * `votes`, those of an open ballot, are printed by name.
 */
export function minutesPage(session: LoadedSession, votes: readonly OpenVote[]): string {
  const { name, meetsAt, opensAt, closedAt, zone, seats, lines, rule, secretary } = session;
  const at = (instant: number | null): string => (instant === null ? '' : instantInWords(instant, 'vi', zone));
  const qualified = lines.filter(({ outcome }) => outcome === 'qualified').length;
  const body = html`<h1>Biên bản kiểm phiếu</h1>
<p><strong>${name.vi}</strong></p>
<p>Họp lúc ${at(meetsAt)}. Bỏ phiếu từ ${at(opensAt)}; kiểm phiếu lúc ${at(closedAt)}.</p>
${presenceFacts(session)}
<h2>Thành viên</h2>
${table('Thành viên', MEMBER_HEADS, seats.map(memberRow))}
<h2>Kết quả: ${qualified}/${lines.length} đề nghị được thông qua</h2>
${table('Kết quả', LINE_HEADS, lines.map(lineRow))}
${!rule.secret && openBallot(session, votes)}
${rule.secret && html`<p>Bỏ phiếu kín: không có dữ liệu nào nối một phiếu với một thành viên. Kết quả tuyệt đối (tất cả đồng ý hoặc tất cả không đồng ý) tự nó cho biết ý kiến của mọi người đã bỏ phiếu.</p>`}
<p>Thư ký: ${secretary?.fullName ?? ''}</p>`;
  return layout({ language: 'vi', title: `Biên bản kiểm phiếu – ${name.vi}`, body });
}
