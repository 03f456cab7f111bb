import type { Language } from '../api/types.ts';
import { ACTIONS, type Labels } from './action-labels.ts';

/** States of a nomination, in the words that councils know. */
const STATES: Labels = {
  SUBMITTED: ['Chờ tiếp nhận', 'Submitted'],
  RECEIVED: ['Đã tiếp nhận', 'Received'],
  RETURNED: ['Bị trả lại', 'Returned'],
  APPRAISED: ['Đủ điều kiện', 'Eligible'],
  CONSULTING: ['Đang hiệp y', 'In consultation'],
  ON_NOTICE: ['Đang lấy ý kiến', 'On public notice'],
  IN_SESSION: ['Chờ hội đồng', 'Before the council'],
  DECIDED: ['Đã duyệt', 'Decided'],
  CONFERRED: ['Đã khen thưởng', 'Conferred'],
  NOT_QUALIFIED: ['Không đạt', 'Not qualified'],
  INELIGIBLE: ['Không đủ điều kiện', 'Not eligible'],
  WITHDRAWN: ['Đã rút', 'Withdrawn'],
  LAPSED: ['Hết hiệu lực', 'Lapsed'],
  TERMINATED: ['Đã dừng hẳn', 'Terminated'],
  REVOKED: ['Đã thu hồi', 'Revoked'],
};

const STAGES: Labels = {
  intake: ['Tiếp nhận', 'Intake'],
  completion: ['Bổ sung hồ sơ', 'Completion'],
  review: ['Xét duyệt', 'Review'],
  appraisal: ['Thẩm định', 'Appraisal'],
  consultation: ['Hiệp y', 'Consultation'],
  notice: ['Lấy ý kiến nhân dân', 'Public notice'],
  session: ['Phiên họp hội đồng', 'Council session'],
  decision: ['Quyết định', 'Decision'],
  publication: ['Công bố', 'Publication'],
  complaint: ['Giải quyết khiếu nại', 'Complaint'],
  ended: ['Kết thúc', 'Ended'],
};

const OUTCOMES: Labels = {
  NOT_QUALIFIED: ['Không đạt', 'Not qualified'],
  AWARD_HERE: ['Tặng ở cấp này', 'Awarded here'],
  REFER_UP: ['Chuyển cấp trên', 'Referred up'],
  AWARD_HERE_AND_REFER_UP: ['Tặng và chuyển cấp trên', 'Awarded and referred up'],
};

const CHOICES: Labels = {
  approve: ['Đồng ý', 'Approved'],
  reject: ['Không đồng ý', 'Rejected'],
  return: ['Trả lại bổ sung', 'Returned'],
  'refer-up': ['Chuyển cấp trên', 'Referred up'],
  'approve-and-refer-up': ['Tặng và chuyển cấp trên', 'Awarded and referred up'],
  eligible: ['Đủ điều kiện', 'Eligible'],
  ineligible: ['Không đủ điều kiện', 'Not eligible'],
  agree: ['Nhất trí', 'Agrees'],
  object: ['Có ý kiến khác', 'Objects'],
  answer: ['Đã trả lời', 'Answered'],
  uphold: ['Công nhận là đúng', 'Upheld'],
  complete: ['Đã bổ sung', 'Completed'],
};

const TASK_STATES: Labels = {
  open: ['Đang chờ', 'Open'],
  decided: ['Đã quyết định', 'Decided'],
  superseded: ['Người khác đã làm', 'Closed by another'],
  delegated: ['Đã ủy quyền', 'Delegated'],
  reassigned: ['Đã giao người khác', 'Reassigned'],
  'handed-over': ['Đã chuyển giao', 'Handed over'],
  withdrawn: ['Hồ sơ đã rút', 'Withdrawn'],
  lapsed: ['Quá hạn', 'Lapsed'],
  completed: ['Đã bổ sung', 'Completed'],
  conflicted: ['Có xung đột lợi ích', 'Conflict of interest'],
  declined: ['Không thuộc người này', 'Not theirs'],
  succeeded: ['Chuyển đơn vị kế thừa', 'Passed to the successor unit'],
};

const MAIL_KINDS: Labels = {
  assignment: ['Giao việc', 'Assignment'],
  reminder: ['Nhắc việc', 'Reminder'],
  escalation: ['Báo cấp trên', 'Escalation'],
  result: ['Báo kết quả', 'Result'],
  confirmation: ['Xác nhận đã ghi', 'Confirmation'],
  objection: ['Phản đối', 'Objection'],
  notice: ['Thông báo', 'Notice'],
  convening: ['Giấy mời họp', 'Convening'],
  code: ['Mã', 'Code'],
  digest: ['Thư tổng hợp', 'Digest'],
};

const MAIL_STATES: Labels = {
  planned: ['Chờ gửi', 'Planned'],
  sending: ['Đang gửi', 'Sending'],
  accepted: ['Máy chủ thư đã nhận', 'Accepted'],
  unknown: ['Chưa rõ', 'Unknown'],
  failed: ['Không gửi được', 'Failed'],
  bounced: ['Bị trả về', 'Bounced'],
};

const STUCK: Labels = {
  NO_WORKER: ['Không có tiến trình nào nhận việc', 'No worker takes work'],
  CODE_ERROR: ['Lỗi chương trình', 'Code error'],
  VERSION_TRAP: ['Kẹt ở bản dựng không còn chạy', 'Bound to a build that runs nowhere'],
  ACTIVITY_RETRYING: ['Một bước chạy đi chạy lại không xong', 'A step keeps failing'],
  ACTIVITY_PAUSED: ['Một bước đang bị tạm dừng', 'A step is paused'],
  MAIL_CHANNEL_DOWN: ['Máy chủ thư hỏng', 'The mail server is down'],
  MAIL_UNDELIVERABLE: ['Thư không tới người nhận', 'Mail cannot be delivered'],
  REVIEWER_SILENT: ['Người xử lý chưa trả lời', 'The reviewer is silent'],
  OVERDUE: ['Quá hạn mà hệ thống chưa xử lý', 'Overdue, and nothing has been done'],
  TIMER_LATE: ['Hẹn giờ không chạy', 'A timer is late'],
  PROJECTION_LAG: ['Dữ liệu hiển thị chậm hơn thực tế', 'The projection lags'],
  EVENT_DEAD_LETTER: ['Sự kiện không xử lý được', 'An event cannot be processed'],
  SERVER_UNREACHABLE: ['Không kết nối được máy chủ Temporal', 'The Temporal server cannot be reached'],
};

/** What a worker does over and over, by the name its loop has in logs and metrics. */
const LOOPS: Labels = {
  'inbox-relay': ['Nhận sự kiện vào', 'Takes in events'],
  'act-relay': ['Báo hành động cho hồ sơ', 'Tells nominations of acts'],
  'session-relay': ['Báo cho phiên họp', 'Tells sessions'],
  'mail-relay': ['Gửi thư', 'Sends mail'],
  bounces: ['Đọc thư bị trả về', 'Reads bounces'],
  digest: ['Lập thư tổng hợp', 'Plans digests'],
  successor: ['Chuyển việc của đơn vị đã giải thể', 'Passes on tasks of dissolved units'],
  classifier: ['Tìm hồ sơ kẹt', 'Finds what is stuck'],
  reconciler: ['Đối chiếu hai nơi lưu', 'Compares the tables with Temporal'],
  remedies: ['Thực hiện cách xử lý', 'Carries out remedies'],
  alerts: ['Báo người vận hành', 'Alerts operators'],
  canary: ['Chạy hồ sơ thử', 'Runs the canary'],
};

const OWNERS: Labels = {
  operations: ['Người vận hành', 'Operators'],
  secretariat: ['Thư ký', 'Secretariat'],
  integrator: ['Hệ thống tích hợp', 'Integrators'],
};

const ROLES: Labels = {
  nominator: ['Người đề nghị', 'Nominator'],
  reviewer: ['Người xét', 'Reviewer'],
  secretariat: ['Thư ký', 'Secretariat'],
  authority: ['Người có thẩm quyền', 'Level authority'],
  operator: ['Người vận hành', 'Operator'],
  auditor: ['Người kiểm tra', 'Auditor'],
  integrator: ['Hệ thống tích hợp', 'Integrator'],
};

const SESSION_STATES: Labels = {
  convened: ['Đã triệu tập', 'Convened'],
  open: ['Đang bỏ phiếu', 'Ballot open'],
  closing: ['Đang kiểm phiếu', 'Counting'],
  closed: ['Đã kiểm phiếu', 'Counted'],
  adjourned: ['Đã hoãn', 'Adjourned'],
};

const PRESENCES: Labels = {
  unknown: ['Chưa ghi nhận', 'Not noted'],
  present: ['Có mặt', 'Present'],
  away: ['Vắng mặt', 'Away'],
  written: ['Bỏ phiếu bằng văn bản', 'Votes in writing'],
};

const LINES: Labels = {
  waiting: ['Chờ phiên họp', 'Waiting'],
  'on-ballot': ['Trong phiếu', 'On the ballot'],
  'set-aside': ['Để lại', 'Set aside'],
  counted: ['Đã kiểm', 'Counted'],
  qualified: ['Đạt', 'Qualified'],
  'not-qualified': ['Không đạt', 'Not qualified'],
};

const LINE_REASONS: Labels = {
  held: ['Hồ sơ đang tạm dừng', 'On hold'],
  'not-arrived': ['Chưa đến bước hội đồng', 'Has not reached the council'],
  ended: ['Hồ sơ đã kết thúc', 'The nomination has ended'],
  'no-quorum': ['Không đủ người dự họp', 'No quorum'],
  adjourned: ['Phiên họp hoãn', 'The session was adjourned'],
  'threshold-reached': ['Đủ tỷ lệ đồng ý', 'Enough votes in favour'],
  'threshold-missed': ['Không đủ tỷ lệ đồng ý', 'Too few votes in favour'],
  'chair-not-in-favour': ['Chủ tịch không đồng ý', 'The chair is not in favour'],
  'too-few-votes': ['Quá ít phiếu để kiểm mà giữ kín', 'Too few ballots to count in secret'],
};

/** Rules that look beyond one nomination. */
const RULES: Labels = {
  'one-award-per-achievement': ['Một thành tích chỉ khen một lần', 'One award for one achievement'],
  'once-in-a-lifetime': ['Một lần trong đời', 'Once in a lifetime'],
  'once-per-period': ['Một lần trong một giai đoạn', 'Once in a period'],
  'missing-prerequisite': ['Thiếu danh hiệu phải có trước', 'A title that must come first is missing'],
  'cap-reached': ['Đã hết chỉ tiêu', 'The cap is reached'],
  'required-documents': ['Thiếu giấy tờ phải có', 'Required documents are missing'],
  'not-posthumous': ['Không truy tặng', 'Not given after death'],
};

/** Papers that a programme does not ask for and so has no name for. */
const PAPERS: Labels = {
  'achievement-report': ['Báo cáo thành tích', 'Achievement report'],
  submission: ['Tờ trình', 'Submission'],
  minutes: ['Biên bản họp', 'Minutes'],
  'unit-report': ['Báo cáo của đơn vị', 'Report of the unit'],
};
const OTHER_PAPER: Labels[string] = ['Giấy tờ khác', 'Another paper'];

function lookUp(labels: Labels, key: string, language: Language): string {
  return labels[key]?.[language === 'vi' ? 0 : 1] ?? key;
}

export const stateLabel = (state: string, language: Language): string => lookUp(STATES, state, language);
export const stageLabel = (stage: string, language: Language): string => lookUp(STAGES, stage, language);
export const outcomeLabel = (outcome: string, language: Language): string => lookUp(OUTCOMES, outcome, language);
export const choiceLabel = (choice: string, language: Language): string => lookUp(CHOICES, choice, language);
export const taskStateLabel = (state: string, language: Language): string => lookUp(TASK_STATES, state, language);
export const actionLabel = (action: string, language: Language): string => lookUp(ACTIONS, action, language);
export const mailKindLabel = (kind: string, language: Language): string => lookUp(MAIL_KINDS, kind, language);
export const mailStateLabel = (state: string, language: Language): string => lookUp(MAIL_STATES, state, language);
export const stuckLabel = (kind: string, language: Language): string => lookUp(STUCK, kind, language);
export const loopLabel = (loop: string, language: Language): string => lookUp(LOOPS, loop, language);
export const ownerLabel = (owner: string, language: Language): string => lookUp(OWNERS, owner, language);
export const sessionLabel = (state: string, language: Language): string => lookUp(SESSION_STATES, state, language);
export const presenceLabel = (presence: string, language: Language): string => lookUp(PRESENCES, presence, language);
export const lineLabel = (line: string, language: Language): string => lookUp(LINES, line, language);
export const lineReasonLabel = (reason: string, language: Language): string => lookUp(LINE_REASONS, reason, language);
export const ruleLabel = (rule: string, language: Language): string => lookUp(RULES, rule, language);
export const paperLabel = (kind: string, language: Language): string => (PAPERS[kind] ?? OTHER_PAPER)[language === 'vi' ? 0 : 1];
export const roleLabel = (role: string, language: Language): string => lookUp(ROLES, role, language);

/** States, in the order in which a nomination lives through them. */
export const STATE_KEYS: readonly string[] = Object.keys(STATES);

export type Tone = 'calm' | 'good' | 'late' | 'still';

const TONES: Readonly<Record<string, Tone>> = {
  DECIDED: 'good',
  CONFERRED: 'good',
  RETURNED: 'late',
  LAPSED: 'late',
  REVOKED: 'late',
  TERMINATED: 'late',
};
const ENDED_STILL = new Set(['NOT_QUALIFIED', 'INELIGIBLE', 'WITHDRAWN']);

/** How a state is shown: waiting is calm, never the colour of done or of broken. */
export function toneOf(state: string): Tone {
  return TONES[state] ?? (ENDED_STILL.has(state) ? 'still' : 'calm');
}
