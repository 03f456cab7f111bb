import type { RefusalCode } from '@laurel/domain';
import type { TaskPageData } from '@laurel/db';
import { Problem, type ProblemCode } from '../http/problem.ts';
import { closedInWords } from './page/closed.words.ts';

const WORDS: Readonly<Record<RefusalCode, readonly [vi: string, en: string]>> = {
  NOT_YOUR_TASK: ['Việc này không còn mở với ông/bà.', 'This task is no longer open to you.'],
  ALREADY_DECIDED: ['Việc này đã có trả lời.', 'This task has been answered.'],
  DEADLINE_PASSED: ['Đã quá hạn, không nhận trả lời nữa.', 'The deadline has passed; answers are no longer taken.'],
  HELD: ['Hồ sơ đang tạm dừng để xác minh. Xin trả lời sau khi tiếp tục.', 'The nomination is on hold. Answer once it goes on.'],
  CHOICE_NOT_ALLOWED: [
    'Không có lựa chọn này cho việc này. Xin chọn một trong các ý kiến trên trang.',
    'This choice is not offered here. Choose one of those on the page.',
  ],
  REASON_REQUIRED: ['Lựa chọn này cần nêu lý do. Xin ghi lý do.', 'This choice needs a reason. Write one in "reason".'],
  RETURNS_EXHAUSTED: [
    'Hồ sơ đã được trả lại đủ số lần cho phép. Xin chọn ý kiến khác.',
    'The nomination was returned as often as allowed. Choose another answer.',
  ],
  NOBODY_HOLDS_POST: [
    'Chức danh kế tiếp hiện chưa có người. Xin báo bộ phận thi đua – khen thưởng.',
    'Nobody holds the post that would be asked next. Tell the secretariat.',
  ],
  NOT_RETURNED: ['Hồ sơ không ở trạng thái chờ bổ sung.', 'The nomination does not wait for completion.'],
  TOO_LATE_TO_WITHDRAW: ['Hồ sơ đã quyết định, không rút được nữa.', 'The nomination is decided and can no longer be withdrawn.'],
  NOT_HELD: ['Hồ sơ không bị tạm dừng.', 'The nomination is not on hold.'],
  CASE_ENDED: ['Hồ sơ đã kết thúc.', 'The nomination has ended.'],
  INVALID_ACT: [
    'Không thực hiện được việc này với người hoặc giá trị đã chọn.',
    'This cannot be done with what was chosen. Choose another person or value.',
  ],
};

/** A refusal code as a problem. The codes of the rules are codes of the contract. */
export function refusalProblem(code: RefusalCode, members: Readonly<Record<string, unknown>> = {}): Problem {
  const [detailVi, detail] = WORDS[code];
  const wrongField = code === 'REASON_REQUIRED' ? '/reason' : code === 'CHOICE_NOT_ALLOWED' ? '/decision' : null;
  const errors = wrongField === null ? {} : { errors: [{ pointer: wrongField, detail }] };
  return new Problem(code satisfies ProblemCode, { detail, detailVi, members, ...errors });
}

/** Why a task takes no answer: by whom and when it was closed, and how. */
export function closedProblem(page: TaskPageData): Problem {
  const code = codeOf(page);
  const members = {
    taskId: page.id,
    taskState: page.state,
    closedBy: page.closure?.by ?? page.closure?.byKind ?? null,
    closedAt: page.closure ? new Date(page.closure.at).toISOString() : null,
    decision: page.closure?.choice ?? null,
  };
  return new Problem(code, { detail: closedInWords(page, 'en'), detailVi: closedInWords(page, 'vi'), members });
}

function codeOf(page: TaskPageData): 'HELD' | 'DEADLINE_PASSED' | 'ALREADY_DECIDED' {
  if (page.state === 'open') return 'HELD';
  return page.state === 'lapsed' || page.state === 'handed-over' ? 'DEADLINE_PASSED' : 'ALREADY_DECIDED';
}

/** Said when no answer is known in time: honest about not knowing, and clear about what to do. */
export function notConfirmed(): Problem {
  return new Problem('NOT_CONFIRMED', {
    detail: 'Press again or reload, it will not count twice.',
    detailVi: 'Hệ thống chưa xác nhận được. Xin bấm gửi lại hoặc tải lại trang; trả lời không bị tính hai lần.',
    headers: { 'retry-after': '5' },
  });
}
