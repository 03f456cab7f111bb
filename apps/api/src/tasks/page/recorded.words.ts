import type { Choice, Language } from '@laurel/domain';
import type { TaskPageData } from '@laurel/db';
import { choiceWords } from './choices.ts';
import { namesOf, say } from './words.ts';

/** What was recorded, and what happens next. */
export interface RecordedWords {
  readonly what: string;
  readonly next: string;
}

/** Whatever is sent instead of an answer. */
const INSTEAD: Readonly<Record<string, (language: Language) => RecordedWords>> = {
  conflict: (language) => ({
    what: say(language, 'Đã ghi nhận xung đột lợi ích.', 'Your conflict of interest is recorded.'),
    next: say(
      language,
      'Ông/bà không được hỏi về hồ sơ này nữa; người khác đã được mời trả lời.',
      'You are not asked about this nomination again; somebody else is asked instead.',
    ),
  }),
  'not-me': (language) => ({
    what: say(language, 'Đã ghi nhận: việc này không phải của ông/bà.', 'Recorded: this is not for you.'),
    next: say(language, 'Cấp trên của chức danh đã được mời trả lời.', 'The superior of the post is asked instead.'),
  }),
  'more-time': (language) => ({
    what: say(language, 'Đã thêm thời gian cho ông/bà.', 'You have more time.'),
    next: say(
      language,
      'Hạn mới có trên trang của việc này; đường dẫn vẫn như cũ.',
      'The new deadline is on the page of the task; the link stays the same.',
    ),
  }),
  delegate: (language) => ({
    what: say(language, 'Đã chuyển cho người khác trả lời.', 'Passed on to somebody else.'),
    next: say(
      language,
      'Người được chọn đã nhận thư. Hạn trả lời giữ nguyên.',
      'The person you chose has got the mail. The deadline stays.',
    ),
  }),
};

/** The words for what is on record. */
export function recordedInWords(decision: string, page: TaskPageData, language: Language): RecordedWords {
  const instead = INSTEAD[decision];
  if (instead) return instead(language);
  const { label, consequence } = choiceWords(decision as Choice, page.kind, namesOf(page, language), language);
  return { what: say(language, `Trả lời: ${label}`, `Your answer: ${label}`), next: consequence };
}
