import type { Text } from '../time.ts';
import type { Remedy, StuckClass } from './stuck.types.ts';

interface ClassWords {
  readonly owner: 'operations' | 'secretariat' | 'integrator';
  readonly remedies: readonly Remedy[];
  /** `what` names the thing that the group is about: an address, a step, a build. */
  readonly cause: (what: Text) => Text;
}

/** Whose each class is, what it means in one plain sentence, and what helps. */
const WORDS: Readonly<Record<StuckClass, ClassWords>> = {
  NO_WORKER: {
    owner: 'operations',
    remedies: [],
    cause: () => ({
      vi: 'Không có tiến trình xử lý nào đang chạy: hồ sơ không tiến và thư không gửi. Hãy khởi động lại các tiến trình xử lý (worker).',
      en: 'No worker runs: nominations do not move and mails do not leave. Start the workers.',
    }),
  },
  CODE_ERROR: {
    owner: 'operations',
    remedies: ['reset', 'terminate'],
    cause: (what) => ({
      vi: `Mã chương trình hiện tại không chạy tiếp được quy trình (${what.vi}). Hãy khôi phục bản cũ hoặc sửa mã; hồ sơ sẽ tự đi tiếp.`,
      en: `The code of today cannot carry the workflow on (${what.en}). Roll back or mend it; the nominations go on by themselves.`,
    }),
  },
  VERSION_TRAP: {
    owner: 'operations',
    remedies: ['retry-now', 'terminate'],
    cause: (what) => ({
      vi: `Quy trình bị ghim vào bản ${what.vi} mà không tiến trình nào chạy bản đó.`,
      en: `The workflow is bound to build ${what.en}, and no worker runs that build.`,
    }),
  },
  ACTIVITY_RETRYING: {
    owner: 'operations',
    remedies: ['retry-now', 'pause-activity', 'terminate'],
    cause: (what) => ({
      vi: `Bước ${what.vi} thất bại nhiều lần và đang được thử lại. Hãy xử lý lỗi nêu ở dưới rồi cho chạy lại.`,
      en: `The step ${what.en} has failed several times and is tried again. Mend the failure named below, then retry.`,
    }),
  },
  ACTIVITY_PAUSED: {
    owner: 'operations',
    remedies: ['resume-activity', 'terminate'],
    cause: (what) => ({
      vi: `Người vận hành đã tạm dừng bước ${what.vi}; hồ sơ chờ được cho chạy tiếp.`,
      en: `An operator has paused the step ${what.en}; the nominations wait until it is resumed.`,
    }),
  },
  MAIL_CHANNEL_DOWN: {
    owner: 'operations',
    remedies: ['retry-now'],
    cause: () => ({
      vi: 'Máy chủ thư không nhận thư; thư được giữ lại và gửi khi máy chủ hoạt động.',
      en: 'The mail server takes no mail; mails wait and leave when it is back.',
    }),
  },
  MAIL_UNDELIVERABLE: {
    owner: 'secretariat',
    remedies: ['correct-address', 'resend-mail', 'reassign', 'substitute'],
    cause: (what) => ({
      vi: `Thư không đến được hộp thư của ${what.vi}; cấp trên đã được hỏi thay.`,
      en: `Mail cannot reach the mailbox of ${what.en}; the superior has been asked instead.`,
    }),
  },
  REVIEWER_SILENT: {
    owner: 'secretariat',
    remedies: ['reassign', 'substitute', 'extend-deadline', 'resend-mail'],
    cause: (what) => ({
      vi: `${what.vi} đã quá hạn mà chưa trả lời, dù đã được nhắc.`,
      en: `${what.en} has not answered in time, although reminded.`,
    }),
  },
  OVERDUE: {
    owner: 'operations',
    remedies: ['retry-now', 'extend-deadline', 'terminate'],
    cause: () => ({
      vi: 'Đã quá thời điểm báo cấp trên hoặc khép lại mà chưa thấy thực hiện.',
      en: 'An escalation or a closing is past its instant and has not happened.',
    }),
  },
  TIMER_LATE: {
    owner: 'operations',
    remedies: ['retry-now'],
    cause: () => ({
      vi: 'Đã quá thời điểm nhắc việc mà chưa thấy nhắc: đồng hồ của quy trình chạy chậm.',
      en: 'A reminder is past its instant and has not been sent: the workflow’s timer is late.',
    }),
  },
  PROJECTION_LAG: {
    owner: 'operations',
    remedies: ['retry-now', 'redispatch-event', 'terminate'],
    cause: (what) => ({
      vi: `Bảng dữ liệu và quy trình không khớp nhau: ${what.vi}.`,
      en: `The tables and the workflow do not agree: ${what.en}.`,
    }),
  },
  EVENT_DEAD_LETTER: {
    owner: 'integrator',
    remedies: ['redispatch-event'],
    cause: (what) => ({
      vi: `Sự kiện ${what.vi} đã nhận nhưng không xử lý được.`,
      en: `The event ${what.en} was accepted and cannot be worked on.`,
    }),
  },
  SERVER_UNREACHABLE: {
    owner: 'operations',
    remedies: [],
    cause: () => ({
      vi: 'Không kết nối được máy chủ Temporal; sự kiện vẫn được nhận và giữ lại.',
      en: 'The Temporal server cannot be reached; events are still accepted and kept.',
    }),
  },
};

/** How the tables and the server can differ, in words. */
export const LAGS = {
  'no-workflow': { vi: 'hồ sơ còn mở nhưng không có quy trình nào chạy', en: 'the nomination is open and no workflow runs for it' },
  'no-nomination': { vi: 'có quy trình chạy cho hồ sơ không tồn tại', en: 'a workflow runs for a nomination that does not exist' },
  'ended-in-tables': { vi: 'hồ sơ đã kết thúc nhưng quy trình còn chạy', en: 'the nomination has ended and its workflow still runs' },
  differs: { vi: 'trạng thái hiển thị khác với quy trình', en: 'what is shown differs from what the workflow says' },
  unrecorded: { vi: 'một việc đã ghi xuống chưa được quy trình nhận', en: 'something that was written down has not reached the workflow' },
} as const satisfies Record<string, Text>;

export function wordsOf(stuckClass: StuckClass): ClassWords {
  return WORDS[stuckClass];
}
