import type { Instant, Text } from '../time.ts';
import type { LateStep, PendingActivity, ServerEvidence, TableEvidence, TaskFailure } from './stuck.types.ts';

/** What was seen, in words; codes, ids and what other machines said stand as they are. Instants are ISO 8601 in UTC. */
export const EVIDENCE = {
  noAnswer: ({ waiting }: TableEvidence): Text => ({
    vi: `máy chủ không trả lời; đang chờ: ${String(waiting.events)} sự kiện, ${String(waiting.acts)} thao tác`,
    en: `no answer to a ping; waiting: ${waitingEn(waiting)}`,
  }),
  nobodyWorks: ({ waiting }: TableEvidence, { queue }: ServerEvidence, since: Instant): Text => ({
    vi: `lần cuối còn chạy: ${since === 0 ? 'chưa lần nào' : isoOf(since)}; đang chờ: ${String(waiting.events)} sự kiện, ${String(waiting.acts)} thao tác${queue ? `, ${String(queue.backlog)} việc trong hàng đợi` : ''}`,
    en: `last seen ${since === 0 ? 'never' : isoOf(since)}; waiting: ${waitingEn(waiting)}${queue ? `, ${String(queue.backlog)} tasks on the queue` : ''}`,
  }),
  mailServerSaid: (reason: string): Text => ({ vi: `máy chủ thư báo: ${reason}`, en: `the mail server said: ${reason}` }),
  mailCameBack: (bounced: boolean, error: string): Text => ({
    vi: `${bounced ? 'thư bị trả về' : 'máy chủ thư từ chối'}: ${error}`,
    en: `${bounced ? 'bounced' : 'refused'}: ${error}`,
  }),
  mailPutOff: (error: string): Text => ({ vi: `máy chủ thư hoãn nhận nhiều lần: ${error}`, en: `put off again and again: ${error}` }),
  reminded: (post: string, reminders: number, escalated: number, count: number): Text => ({
    vi: `chức vụ ${post}; đã nhắc ${String(reminders)} lần; đã báo cấp trên ${String(escalated)}/${String(count)} hồ sơ`,
    en: `post ${post}; ${String(reminders)} reminders sent, ${String(escalated)} of ${String(count)} escalated`,
  }),
  said: (error: string): Text => ({ vi: `lỗi: ${error}`, en: error }),
  listed: { vi: 'theo danh sách của máy chủ Temporal', en: 'as the server’s list has it' },
  ended: (workflow: 'closed' | 'missing'): Text => ({
    vi: workflow === 'closed' ? 'quy trình của hồ sơ đã bị đóng' : 'không có quy trình của hồ sơ',
    en: `its workflow is ${workflow}`,
  }),
  bound: (build: string): Text => ({
    vi: `bị ghim vào bản ${build}, không tiến trình nào chạy bản đó`,
    en: `pinned to ${build}, which nobody polls`,
  }),
  taskFailed: (attempt: number): Text => ({
    vi: `đã thử ${String(attempt)} lần mà không chạy được`,
    en: `workflow task attempt ${String(attempt)}`,
  }),
  taskFailedBy: ({ attempt, message, at }: TaskFailure): Text => ({
    vi: `lần thử ${String(attempt)}; lỗi: ${message}; hỏng từ ${isoOf(at)}`,
    en: `attempt ${String(attempt)}; failure: ${message}; failing since ${isoOf(at)}`,
  }),
  attempted: ({ type, attempt, lastFailure, nextAttemptAt }: PendingActivity): Text => ({
    vi: `${type}: lần thử ${String(attempt)}; lỗi gần nhất: ${failureIn('vi', lastFailure) ?? 'chưa rõ'}${nextAttemptAt === null ? '' : `; thử lại lúc ${isoOf(nextAttemptAt)}`}`,
    en: `${type}: attempt ${String(attempt)}; last failure: ${failureIn('en', lastFailure) ?? 'none told'}${nextAttemptAt === null ? '' : `; next attempt ${isoOf(nextAttemptAt)}`}`,
  }),
  notMoved: (step: LateStep): Text => ({
    vi: `việc “${LATE[step]}” đã đến lúc mà quy trình chưa làm`,
    en: `the step "${step}" is past its instant and the workflow has not moved`,
  }),
  sampled: (looked: number, of: number): Text => ({
    vi: `; đã xem ${String(looked)} trong ${String(of)} hồ sơ`,
    en: `; looked at ${String(looked)} of ${String(of)}`,
  }),
} as const;

const LATE: Readonly<Record<LateStep, string>> = {
  receive: 'tiếp nhận hồ sơ',
  remind: 'nhắc người xử lý',
  escalate: 'báo cấp trên',
  close: 'khép lại khi hết hạn',
  publish: 'công bố kết quả',
  act: 'ghi nhận thao tác',
};

const STEPS: Readonly<Record<string, string>> = {
  receiveNomination: LATE.receive,
  recordAct: LATE.act,
  remindReviewers: LATE.remind,
  escalateDelay: LATE.escalate,
  closeOverdue: LATE.close,
  publishResult: LATE.publish,
};

/** A step of a workflow by its name, and in Vietnamese also by what it does. */
export function stepInWords(type: string): Text {
  const does = STEPS[type];
  return { vi: does === undefined ? type : `“${does}” (${type})`, en: type };
}

/** Codes of failures that somebody other than a programmer can mend. */
const KNOWN: Readonly<Record<string, Text>> = {
  NOBODY_HOLDS_POST: { vi: 'chưa có ai giữ chức vụ này', en: 'nobody holds this post' },
};

function failureIn(language: keyof Text, failure: string | null): string | null {
  const known = Object.entries(KNOWN).find(([code]) => failure?.includes(code));
  return known && failure !== null ? `${failure} (${known[1][language]})` : failure;
}

const waitingEn = ({ events, acts }: TableEvidence['waiting']): string => `${String(events)} events, ${String(acts)} acts`;

const isoOf = (at: Instant): string => new Date(at).toISOString();
