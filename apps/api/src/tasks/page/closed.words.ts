import { assertNever, type Language } from '@laurel/domain';
import type { TaskPageData } from '@laurel/db';
import { choiceWords } from './choices.ts';
import { instantInWords, zoneOf } from './dates.ts';
import { namesOf, say } from './words.ts';

/** Who closed a task, in words. */
export function closerInWords(page: TaskPageData, language: Language): string {
  const closure = page.closure;
  if (closure?.byKind === 'person' && closure.actorId === page.person.id) return say(language, 'Chính ông/bà', 'You');
  const byKind = closure?.byKind ?? 'rules';
  switch (byKind) {
    case 'person':
      return closure?.by ?? '';
    case 'source':
      return say(language, 'Đơn vị đề nghị', 'The nominator');
    case 'operator':
      return say(language, 'Người vận hành hệ thống', 'The system’s operator');
    case 'rules':
      return say(language, 'Quy định', 'The rules');
    default:
      return assertNever(byKind);
  }
}

/** One honest sentence on how a task ended. */
export function closedInWords(page: TaskPageData, language: Language): string {
  const at = page.closure ? instantInWords(page.closure.at, language, zoneOf(page.rules)) : '';
  switch (page.state) {
    case 'decided':
    case 'superseded':
    case 'delegated':
    case 'reassigned':
    case 'completed':
    case 'conflicted':
    case 'declined':
    case 'succeeded':
      return endedBySomebody(page, page.state, language, at);
    case 'handed-over':
    case 'withdrawn':
    case 'lapsed':
    case 'open':
      return say(language, ENDED[page.state].vi(at), ENDED[page.state].en(at));
    default:
      return assertNever(page.state);
  }
}

interface Words {
  readonly vi: (at: string) => string;
  readonly en: (at: string) => string;
}

/** What became of a task that nobody has answered. */
const ENDED: Readonly<Record<'handed-over' | 'withdrawn' | 'lapsed' | 'open', Words>> = {
  'handed-over': {
    vi: (at) => `Không có trả lời đúng hạn, nên việc này đã chuyển cho người khác lúc ${at}.`,
    en: (at) => `Nobody answered in time, so this task went to somebody else at ${at}.`,
  },
  withdrawn: {
    vi: (at) => `Hồ sơ đã được rút hoặc dừng lúc ${at}. Không cần trả lời nữa.`,
    en: (at) => `The nomination was withdrawn or stopped at ${at}. No answer is needed.`,
  },
  lapsed: {
    vi: (at) => `Đã quá hạn lúc ${at}. Không nhận trả lời nữa.`,
    en: (at) => `The deadline passed at ${at}. Answers are no longer taken.`,
  },
  open: {
    vi: () => 'Hồ sơ đang tạm dừng để xác minh. Khi nào tiếp tục, đồng hồ mới chạy lại.',
    en: () => 'The nomination is on hold for an inquiry. The clock stands still until it goes on.',
  },
};

type Ended = Exclude<TaskPageData['state'], keyof typeof ENDED>;

function endedBySomebody(page: TaskPageData, state: Ended, language: Language, at: string): string {
  const by = closerInWords(page, language);
  switch (state) {
    case 'decided':
      return answered(page, language, by, at);
    case 'superseded':
      return superseded(page, language, by, at);
    case 'delegated':
      return say(language, `${by} đã chuyển việc này cho người khác lúc ${at}.`, `${by} passed this task on at ${at}.`);
    case 'reassigned':
      return say(language, `${by} đã giao việc này cho người khác lúc ${at}.`, `${by} gave this task to somebody else at ${at}.`);
    case 'conflicted':
      return say(language, `${by} đã khai báo xung đột lợi ích lúc ${at}.`, `${by} declared a conflict of interest at ${at}.`);
    case 'declined':
      return say(language, `${by} đã báo việc này không phải của mình lúc ${at}.`, `${by} said at ${at} that this was not for them.`);
    case 'succeeded':
      return say(
        language,
        `Đơn vị đã giải thể hoặc sáp nhập; việc này được chuyển lúc ${at}.`,
        `The unit was dissolved or merged; this task moved on at ${at}.`,
      );
    case 'completed':
      return say(language, `${by} đã bổ sung hồ sơ lúc ${at}.`, `${by} completed the nomination at ${at}.`);
    default:
      return assertNever(state);
  }
}

function answered(page: TaskPageData, language: Language, by: string, at: string): string {
  const choice = page.closure?.choice ?? null;
  const label = choice === null ? '' : choiceWords(choice, page.kind, namesOf(page, language), language).label;
  return say(language, `${by} đã trả lời lúc ${at}: ${label}.`, `${by} answered at ${at}: ${label}.`);
}

function superseded(page: TaskPageData, language: Language, by: string, at: string): string {
  if (page.closure?.actKind !== 'decide')
    return say(language, `Hồ sơ đã khép lại lúc ${at}. Không cần trả lời nữa.`, `The nomination was closed at ${at}. No answer is needed.`);
  return say(
    language,
    `${by} đã trả lời trước, lúc ${at}. Việc này không còn cần ông/bà.`,
    `${by} answered first, at ${at}. You are no longer needed for this.`,
  );
}
