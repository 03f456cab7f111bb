import { refusalWords, type RefusalCode } from '@laurel/domain';
import type { TaskPageData } from '@laurel/db';
import type { ProblemMembers } from '../docs/problem.schema.ts';
import { Problem, type ProblemCode } from '../http/problem.ts';
import { closedInWords } from './page/closed.words.ts';

const WRONG_FIELDS: Partial<Record<RefusalCode, string>> = {
  REASON_REQUIRED: '/reason',
  RULE_REQUIRED: '/rule',
  CHOICE_NOT_ALLOWED: '/decision',
  NUMBER_REFUSED: '/number',
  NUMBER_TAKEN: '/number',
};

/** A refusal code as a problem. The codes of the rules are codes of the contract. */
export function refusalProblem(code: RefusalCode, members: ProblemMembers = {}): Problem {
  const { vi: detailVi, en: detail } = refusalWords(code);
  const wrongField = WRONG_FIELDS[code] ?? null;
  const errors = wrongField === null ? {} : { errors: [{ pointer: wrongField, detail, detailVi }] };
  return new Problem(code satisfies ProblemCode, { detail, detailVi, members, ...errors });
}

/** Why a task takes no answer: by whom and when it was closed, and how. */
export function closedProblem(page: TaskPageData): Problem {
  const code = codeOf(page);
  const members: ProblemMembers = {
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
