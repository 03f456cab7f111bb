import type { AttendanceRefusal } from '@laurel/db';
import { Problem } from '../http/problem.ts';

const WORDS: { readonly [Why in AttendanceRefusal]: readonly [vi: string, en: string] } = {
  closed: ['Phiên họp không còn nhận khai báo này.', 'The session takes no such note any more.'],
  voted: ['Thành viên này đã bỏ phiếu nên không thay đổi được nữa.', 'This member has voted: nothing can be changed for them now.'],
  'no-such-seat': ['Không có thành viên này trong phiên họp.', 'The session has no such member: name a seat or a person of it.'],
  'no-such-line': ['Đề nghị này không có trong phiên họp.', 'This nomination is not on the agenda.'],
  'not-recused': ['Thành viên này không phải tránh đề nghị này.', 'This member has no conflict noted in this line.'],
  'same-person': [
    'Người khác, không phải người đã khai hoặc người liên quan, mới gỡ được.',
    'A second person must lift it: neither the member nor who declared it.',
  ],
  conflicted: ['Người gỡ cũng có xung đột lợi ích với đề nghị này.', 'Who lifts it has a conflict in the same line.'],
};

/** Why something cannot be noted of a member, as a problem. */
export function attendanceProblem(why: AttendanceRefusal): Problem {
  const [detailVi, detail] = WORDS[why];
  return new Problem(why === 'no-such-seat' || why === 'no-such-line' ? 'INVALID_REQUEST' : 'SESSION_CONFLICT', { detail, detailVi });
}
