import type { Language, TaskState } from '@laurel/domain';
import type { TaskPageData } from '@laurel/db';
import { say } from './words.ts';

interface Next {
  readonly vi: string;
  readonly en: string;
}

const NOTHING: Next = { vi: 'Ông/bà không cần làm gì thêm.', en: 'There is nothing for you to do.' };

/** What whoever opens a closed task can do next. */
const NEXT: Readonly<Record<TaskState, Next>> = {
  open: {
    vi: 'Ông/bà chưa cần làm gì. Khi hồ sơ được xét tiếp, vẫn dùng đường dẫn này để trả lời; hạn được tính lại.',
    en: 'There is nothing to do for now. Once the nomination goes on, this same link takes your answer; the deadline is counted anew.',
  },
  decided: {
    vi: 'Nếu trả lời này không phải của ông/bà, xin mở thư xác nhận và bấm “Không phải tôi”.',
    en: 'If this answer was not yours, open the confirmation mail and press “This was not me”.',
  },
  superseded: NOTHING,
  delegated: {
    vi: 'Người được chuyển đã nhận thư riêng. Nếu chuyển nhầm, xin báo bộ phận thi đua – khen thưởng.',
    en: 'The person has got a mail of their own. If this was a mistake, tell the secretariat.',
  },
  reassigned: {
    vi: 'Người mới đã nhận thư riêng. Nếu ông/bà cho là nhầm, xin báo bộ phận thi đua – khen thưởng.',
    en: 'The other person has got a mail of their own. If you think this is a mistake, tell the secretariat.',
  },
  'handed-over': {
    vi: 'Nếu ông/bà vẫn có ý kiến, xin gửi cho người đang được hỏi hoặc bộ phận thi đua – khen thưởng.',
    en: 'If you still have something to say, tell whoever is asked now, or the secretariat.',
  },
  withdrawn: NOTHING,
  lapsed: {
    vi: 'Nếu cần xét lại, xin báo bộ phận thi đua – khen thưởng.',
    en: 'If it should be looked at again, tell the secretariat.',
  },
  completed: {
    vi: 'Kết quả sẽ được gửi cho đơn vị đề nghị qua thư.',
    en: 'The result will be mailed to the nominator.',
  },
  conflicted: {
    vi: 'Người khác đã được mời trả lời. Nếu khai báo nhầm, xin báo bộ phận thi đua – khen thưởng.',
    en: 'Somebody else is asked instead. If this was a mistake, tell the secretariat.',
  },
  declined: {
    vi: 'Cấp trên của chức danh đã được mời trả lời. Nếu báo nhầm, xin báo bộ phận thi đua – khen thưởng.',
    en: 'The superior of the post is asked instead. If this was a mistake, tell the secretariat.',
  },
  succeeded: {
    vi: 'Đơn vị kế tục đã nhận việc này qua thư riêng.',
    en: 'The unit that follows has got this task by a mail of its own.',
  },
};

/** What to do next, in one sentence. */
export function nextInWords(page: Pick<TaskPageData, 'state'>, language: Language): string {
  const { vi, en } = NEXT[page.state];
  return say(language, vi, en);
}
