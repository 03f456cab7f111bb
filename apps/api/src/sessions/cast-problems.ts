import type { CastAnswer } from '@laurel/db';
import { Problem } from '../http/problem.ts';
import { linesFor, type SeatInput } from './page/seat-input.ts';
import { isVote } from './seat-form.ts';

/** So many lines are named; the others are counted. */
const NAMED = 20;

/** Throws a 422 problem that names the lines without a vote, and votes on lines that are not this member's. */
export function missingVotes(place: Pick<SeatInput, 'session' | 'seat'>, votes: ReadonlyMap<string, string>): void {
  const { free } = linesFor(place);
  const mine = new Set(free.map(({ nominationId }) => nominationId));
  const foreign = [...votes.keys()]
    .filter((id) => !mine.has(id))
    .map((id) => ({ pointer: `/votes/${id}`, detail: `${id}: not on this ballot.`, detailVi: `${id}: không có trên phiếu này.` }));
  const missing = free
    .filter(({ nominationId }) => !isVote(votes.get(nominationId)))
    .map(({ nominationId, line, nominee }) => ({
      pointer: `/votes/${nominationId}`,
      detail: `${String(line)}. ${nominee}: no vote is chosen.`,
      detailVi: `${String(line)}. ${nominee}: chưa chọn đồng ý, không đồng ý hoặc phiếu trắng.`,
    }));
  const errors = [...missing, ...foreign];
  if (errors.length === 0) return;
  const more = errors.length > NAMED ? ` (+${String(errors.length - NAMED)})` : '';
  throw new Problem('INVALID_REQUEST', {
    detail: `${String(errors.length)} lines need a look${more}: every line needs one vote. What you chose is kept.`,
    detailVi: `${String(errors.length)} dòng cần xem lại${more}: mỗi đề nghị cần một lựa chọn. Những gì đã chọn được giữ nguyên.`,
    errors: errors.slice(0, NAMED),
  });
}

/** Why a ballot did not go into the box. */
export function castProblem(answer: CastAnswer): Problem {
  switch (answer.is) {
    case 'voted':
      return new Problem('ALREADY_DECIDED', {
        detail: `Your ballot is in the box already (receipt ${answer.receipt}); it cannot be changed.`,
        detailVi: `Phiếu của ông/bà đã ở trong hòm (mã biên nhận ${answer.receipt}) và không sửa được.`,
        members: { receipt: answer.receipt },
      });
    case 'not-allowed':
      return new Problem('NOT_YOUR_TASK', {
        detail: 'Only members who attend may vote: tell the secretary if you do.',
        detailVi: 'Chỉ thành viên dự họp được bỏ phiếu: xin báo thư ký nếu ông/bà đang dự.',
      });
    case 'changed':
      return new Problem('SESSION_CONFLICT', {
        detail: 'Your ballot has changed meanwhile: look at it again and send it.',
        detailVi: 'Phiếu của ông/bà vừa thay đổi: xin xem lại rồi gửi.',
      });
    case 'closed':
      return new Problem('DEADLINE_PASSED', { detail: 'The ballot is not open.', detailVi: 'Hòm phiếu chưa mở hoặc đã đóng.' });
    case 'cast':
    case 'same':
      throw new Error('A ballot that is in the box is no problem');
  }
}
