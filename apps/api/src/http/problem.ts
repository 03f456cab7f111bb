import type { ProblemBody, ProblemError, ProblemMembers } from '../docs/problem.schema.ts';

interface Kind {
  readonly status: number;
  readonly title: string;
  readonly titleVi: string;
}

/** Every kind of refusal: its status and its words. */
export const PROBLEMS = {
  NOT_A_CLOUDEVENT: { status: 400, title: 'Not a CloudEvent', titleVi: 'Không phải CloudEvent hợp lệ' },
  BAD_REQUEST: { status: 400, title: 'Bad request', titleVi: 'Yêu cầu không đọc được' },
  KEY_MISSING: { status: 401, title: 'An API key is needed', titleVi: 'Cần khóa API' },
  KEY_UNKNOWN: { status: 401, title: 'The API key is unknown or revoked', titleVi: 'Khóa API không đúng hoặc đã thu hồi' },
  CODE_REQUIRED: { status: 401, title: 'A code was mailed to you: enter it', titleVi: 'Xin nhập mã vừa gửi tới thư của ông/bà' },
  CODE_WRONG: { status: 401, title: 'This code or link is not valid any more', titleVi: 'Mã hoặc đường dẫn không đúng hoặc đã hết hạn' },
  FORGED_REQUEST: { status: 403, title: 'This request did not come from the console', titleVi: 'Yêu cầu không đến từ trang này' },
  NOT_PERMITTED: { status: 403, title: 'Your roles do not allow this', titleVi: 'Vai trò của ông/bà không được làm việc này' },
  OUTSIDE_SCOPE: { status: 403, title: 'Outside the scope of this key', titleVi: 'Ngoài phạm vi của khóa này' },
  NOT_FOUND: { status: 404, title: 'Not found', titleVi: 'Không tìm thấy' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'Method not allowed', titleVi: 'Không hỗ trợ thao tác này' },
  EVENT_CONFLICT: { status: 409, title: 'The same event id came with another payload', titleVi: 'Cùng mã sự kiện nhưng nội dung khác' },
  ALREADY_DECIDED: { status: 409, title: 'This task is closed', titleVi: 'Việc này đã khép lại' },
  NOT_YOUR_TASK: { status: 409, title: 'This task is no longer open', titleVi: 'Việc này không còn mở' },
  DEADLINE_PASSED: { status: 409, title: 'The deadline has passed', titleVi: 'Đã quá hạn' },
  HELD: { status: 409, title: 'This nomination is on hold', titleVi: 'Hồ sơ đang tạm dừng' },
  CASE_ENDED: { status: 409, title: 'This nomination has ended', titleVi: 'Hồ sơ đã kết thúc' },
  NOT_RETURNED: { status: 409, title: 'This nomination does not wait for completion', titleVi: 'Hồ sơ không ở trạng thái chờ bổ sung' },
  TOO_LATE_TO_WITHDRAW: { status: 409, title: 'Too late to withdraw', titleVi: 'Không còn rút được' },
  NOT_HELD: { status: 409, title: 'This nomination is not on hold', titleVi: 'Hồ sơ không bị tạm dừng' },
  REMEDY_RUNNING: { status: 409, title: 'The same request is still running', titleVi: 'Yêu cầu này đang được thực hiện' },
  ONE_AWARD_PER_ACHIEVEMENT: { status: 409, title: 'One achievement is awarded once', titleVi: 'Một thành tích chỉ được tặng một lần' },
  ONCE_IN_A_LIFETIME: { status: 409, title: 'This title is given once in a lifetime', titleVi: 'Danh hiệu chỉ tặng một lần trong đời' },
  ONCE_PER_PERIOD: { status: 409, title: 'This title is given once in a period', titleVi: 'Danh hiệu chỉ tặng một lần trong kỳ' },
  MISSING_PREREQUISITE: { status: 409, title: 'A title that must be held first is missing', titleVi: 'Thiếu danh hiệu cần có trước' },
  CAP_REACHED: { status: 409, title: 'All places are taken', titleVi: 'Đã đủ số lượng được tặng' },
  NOT_POSTHUMOUS: { status: 409, title: 'This award is not given after death', titleVi: 'Danh hiệu không truy tặng' },
  AWARD_STANDS: { status: 409, title: 'The award holds', titleVi: 'Danh hiệu còn hiệu lực' },
  NO_AWARD: { status: 409, title: 'No award holds', titleVi: 'Không có danh hiệu đang có hiệu lực' },
  COMPLAINT_NOT_ALLOWED: { status: 409, title: 'No complaint can be heard now', titleVi: 'Lúc này không nhận khiếu nại' },
  COMPLAINT_TOO_LATE: { status: 409, title: 'Too late to complain', titleVi: 'Đã quá thời hạn khiếu nại' },
  COMPLAINT_HEARD: { status: 409, title: 'A complaint is being heard', titleVi: 'Đang giải quyết khiếu nại' },
  DECISION_NUMBERED: { status: 409, title: 'This decision has a number', titleVi: 'Quyết định đã có số' },
  MERGE_REFUSED: { status: 409, title: 'These cannot be merged', titleVi: 'Không gộp được' },
  SESSION_CONFLICT: { status: 409, title: 'The session does not allow this now', titleVi: 'Phiên họp lúc này không cho phép' },
  TOO_LARGE: { status: 413, title: 'Too large', titleVi: 'Quá lớn' },
  MEDIA_TYPE: { status: 415, title: 'This media type is not taken', titleVi: 'Không nhận loại nội dung này' },
  INVALID_EVENT: { status: 422, title: 'The event cannot be used', titleVi: 'Sự kiện có chỗ chưa đúng' },
  INVALID_REQUEST: { status: 422, title: 'The request cannot be used', titleVi: 'Yêu cầu có chỗ chưa đúng' },
  CHOICE_NOT_ALLOWED: { status: 422, title: 'This choice is not offered', titleVi: 'Không có lựa chọn này' },
  REASON_REQUIRED: { status: 422, title: 'This choice needs a reason', titleVi: 'Lựa chọn này cần nêu lý do' },
  RETURNS_EXHAUSTED: { status: 422, title: 'It cannot be returned once more', titleVi: 'Không trả lại được thêm lần nữa' },
  NOBODY_HOLDS_POST: { status: 422, title: 'Nobody holds the post that would be asked next', titleVi: 'Chức danh kế tiếp chưa có người' },
  RULE_REQUIRED: { status: 422, title: 'The rule that applies must be named', titleVi: 'Cần chọn quy định áp dụng' },
  MORE_TIME_REFUSED: { status: 422, title: 'No more time is granted', titleVi: 'Không thêm được thời gian' },
  CONFLICT_OF_INTEREST: { status: 409, title: 'A conflict of interest stands against this', titleVi: 'Có xung đột lợi ích' },
  SECOND_PERSON_REQUIRED: { status: 409, title: 'Somebody else must do this', titleVi: 'Việc này cần một người khác làm' },
  NO_NOTICE: { status: 409, title: 'This nomination is not before the public', titleVi: 'Hồ sơ không ở bước lấy ý kiến' },
  INVALID_ACT: { status: 422, title: 'This cannot be done', titleVi: 'Không thực hiện được việc này' },
  UNKNOWN_GROUND: { status: 422, title: 'The rules do not know this ground', titleVi: 'Căn cứ không có trong quy định' },
  OVERRIDE_REFUSED: { status: 422, title: 'This rule cannot be set aside so', titleVi: 'Không bỏ qua được quy định này' },
  NUMBER_REFUSED: { status: 422, title: 'This is no decision number', titleVi: 'Số quyết định không đúng' },
  NUMBER_TAKEN: { status: 422, title: 'Another paper has this number', titleVi: 'Số này đã có ở văn bản khác' },
  RATE_LIMITED: { status: 429, title: 'Too many requests', titleVi: 'Quá nhiều yêu cầu' },
  INTERNAL: { status: 500, title: 'Something went wrong here', titleVi: 'Hệ thống gặp lỗi' },
  NOT_CONFIRMED: { status: 503, title: 'Not confirmed yet', titleVi: 'Chưa xác nhận được' },
  STORAGE_UNAVAILABLE: { status: 503, title: 'Nothing can be stored at present', titleVi: 'Tạm thời chưa lưu được' },
} as const satisfies Record<string, Kind>;

export type ProblemCode = keyof typeof PROBLEMS;

export interface ProblemDetails {
  readonly detail: string;
  readonly detailVi?: string;
  readonly errors?: readonly ProblemError[];
  /** Further members of the body, flat. */
  readonly members?: ProblemMembers;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal as RFC 9457 tells it. Thrown anywhere, written out once by the filter. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails | string) {
    const given = typeof details === 'string' ? { detail: details } : details;
    super(given.detail);
    this.code = code;
    this.details = given;
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }

  body(correlationId: string | null = null): ProblemBody {
    const { detail, detailVi, errors, members } = this.details;
    return {
      type: `urn:laurel:problem:${this.code}`,
      ...PROBLEMS[this.code],
      code: this.code,
      detail,
      ...(detailVi !== undefined && { detailVi }),
      ...(errors !== undefined && { errors }),
      ...(correlationId !== null && { correlationId }),
      ...members,
    };
  }
}
