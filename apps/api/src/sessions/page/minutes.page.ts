import type { LoadedLine, LoadedSeat, LoadedSession } from '@laurel/db';
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

/** The rule of a line in words: `>= 90% tổng số thành viên`. */
function thresholdInWords({ threshold, chairInFavour }: BallotRule): string {
  const compare = threshold.compare === '>=' ? 'từ' : 'trên';
  const chair = chairInFavour ? ', trong đó có Chủ tịch hội đồng' : '';
  return `đồng ý ${compare} ${String(threshold.percent)}% ${OF[threshold.of]}${chair}`;
}

function memberRow({ title, fullName, actingFor, presence, hasVoted, chair }: LoadedSeat): SafeHtml {
  const name = fullName === null ? 'khuyết' : actingFor === null ? fullName : `${fullName} (thay ${actingFor})`;
  return html`<tr><td>${name}${chair && ' – Chủ tịch'}</td><td>${title.vi}</td><td>${PRESENCE[presence].vi}</td><td>${hasVoted ? 'có' : 'không'}</td></tr>`;
}

function lineRow({ line, nominee, achievement, unit, votes, recused, outcome, because }: LoadedLine): SafeHtml {
  const counts = votes
    ? html`<td>${votes.yes}</td><td>${votes.no}</td><td>${votes.abstain}</td>`
    : html`<td colspan="3">không công bố</td>`;
  const result = `${outcome ? OUTCOMES[outcome].vi : 'chưa xét'}${because !== null && because in BECAUSE ? ` (${BECAUSE[because as keyof typeof BECAUSE].vi})` : ''}`;
  return html`<tr><td>${line}</td><td>${nominee}</td><td>${unit.vi}</td><td>${achievement}</td>${counts}<td>${recused ?? 0}</td><td>${result}</td></tr>`;
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

/** The minutes of the count. A sum of one is never printed; what a unanimous sum tells by itself is said. */
export function minutesPage(session: LoadedSession): string {
  const { name, meetsAt, opensAt, closedAt, zone, seats, lines, rule, secretary } = session;
  const at = (instant: number | null): string => (instant === null ? '' : instantInWords(instant, 'vi', zone));
  const qualified = lines.filter(({ outcome }) => outcome === 'qualified').length;
  const body = html`<h1>Biên bản kiểm phiếu</h1>
<p><strong>${name.vi}</strong></p>
<p>Họp lúc ${at(meetsAt)}. Bỏ phiếu từ ${at(opensAt)}; kiểm phiếu lúc ${at(closedAt)}.</p>
${presenceFacts(session)}
<h2>Thành viên</h2>
<table><thead><tr><th>Họ tên</th><th>Chức danh</th><th>Dự họp</th><th>Đã bỏ phiếu</th></tr></thead><tbody>${seats.map(memberRow)}</tbody></table>
<h2>Kết quả: ${qualified}/${lines.length} đề nghị được thông qua</h2>
<table><thead><tr><th>Số</th><th>Đề nghị khen thưởng</th><th>Đơn vị</th><th>Thành tích</th><th>Đồng ý</th><th>Không</th><th>Trắng</th><th>Tránh</th><th>Kết quả</th></tr></thead><tbody>${lines.map(lineRow)}</tbody></table>
${rule.secret && html`<p>Bỏ phiếu kín: không có dữ liệu nào nối một phiếu với một thành viên. Kết quả tuyệt đối (tất cả đồng ý hoặc tất cả không đồng ý) tự nó cho biết ý kiến của mọi người đã bỏ phiếu.</p>`}
<p>Thư ký: ${secretary?.fullName ?? ''}</p>`;
  return layout({ language: 'vi', title: `Biên bản kiểm phiếu – ${name.vi}`, body });
}
