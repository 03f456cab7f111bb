import type { LoopState, StuckCase, StuckFinding } from '@laurel/db';
import { LOOP_FRESH_MS } from '../health/readiness.ts';

/** Classes that are told so far; the others come with later work. */
export type StuckClass = StuckFinding['class'] | 'NO_WORKER' | 'SERVER_UNREACHABLE';

export interface StuckGroup {
  readonly class: StuckClass;
  readonly groupKey: string;
  readonly count: number;
  readonly since: string;
  readonly owner: string;
  readonly cause: { readonly vi: string; readonly en: string };
  readonly evidence: string;
  readonly remedies: readonly string[];
  readonly cases: readonly StuckCase[];
}

interface ClassWords {
  readonly owner: 'operations' | 'secretariat' | 'integrator';
  readonly cause: { readonly vi: string; readonly en: string };
  readonly remedies: readonly string[];
}

/** Whose it is, what it means, and what helps. */
const WORDS: Readonly<Record<StuckClass, ClassWords>> = {
  MAIL_CHANNEL_DOWN: {
    owner: 'operations',
    remedies: ['retry-now'],
    cause: {
      vi: 'Máy chủ thư không nhận thư; thư được giữ lại và gửi khi máy chủ hoạt động.',
      en: 'The mail server takes no mail; mails wait and leave when it is back.',
    },
  },
  MAIL_UNDELIVERABLE: {
    owner: 'secretariat',
    remedies: ['resend-mail', 'reassign', 'substitute'],
    cause: {
      vi: 'Hộp thư của người nhận từ chối hẳn; người này chưa được hỏi.',
      en: 'The mailbox of this person refuses for good; the person has not been asked.',
    },
  },
  OVERDUE: {
    owner: 'operations',
    remedies: ['retry-now', 'extend-deadline'],
    cause: {
      vi: 'Đã quá thời điểm nhắc lên cấp trên hoặc khép lại mà chưa thấy thực hiện.',
      en: 'An escalation or a closing is past its instant and has not happened.',
    },
  },
  EVENT_DEAD_LETTER: {
    owner: 'integrator',
    remedies: ['retry-now'],
    cause: { vi: 'Sự kiện đã nhận nhưng không khởi động được hồ sơ.', en: 'An accepted event could not be worked on.' },
  },
  NO_WORKER: {
    owner: 'operations',
    remedies: [],
    cause: {
      vi: 'Không có tiến trình xử lý nào đang chạy; hồ sơ không tiến và thư không gửi.',
      en: 'No worker turns; nominations do not move and mails do not leave.',
    },
  },
  SERVER_UNREACHABLE: {
    owner: 'operations',
    remedies: [],
    cause: {
      vi: 'Không kết nối được máy chủ Temporal; sự kiện vẫn được nhận và giữ lại.',
      en: 'The Temporal server cannot be reached; events are still accepted and kept.',
    },
  },
};

const CASES_SHOWN = 500;

export function groupOf(finding: Omit<StuckFinding, 'class'> & { readonly class: StuckClass }): StuckGroup {
  return { ...WORDS[finding.class], ...finding, cases: finding.cases.slice(0, CASES_SHOWN) };
}

/** A worker that turns no loop is no worker; `since` is when the last one turned, or now when none ever did. */
export function noWorker(
  loops: readonly LoopState[],
  waiting: { readonly events: number; readonly acts: number },
  now: number,
): StuckGroup | null {
  const last = Math.max(0, ...loops.map(({ turnedAt }) => turnedAt));
  if (now - last < LOOP_FRESH_MS) return null;
  const evidence = `${last === 0 ? 'no loop has ever turned' : `last turn ${new Date(last).toISOString()}`}; waiting: ${String(waiting.events)} events, ${String(waiting.acts)} acts`;
  const since = new Date(last === 0 ? now : last).toISOString();
  return groupOf({ class: 'NO_WORKER', groupKey: 'NO_WORKER', count: waiting.events + waiting.acts, since, evidence, cases: [] });
}

export function serverUnreachable(reachable: boolean, now: number): StuckGroup | null {
  if (reachable) return null;
  const since = new Date(now).toISOString();
  return groupOf({
    class: 'SERVER_UNREACHABLE',
    groupKey: 'SERVER_UNREACHABLE',
    count: 1,
    since,
    evidence: 'no answer to a ping at this moment',
    cases: [],
  });
}
