import type { FieldError } from '@laurel/events';

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
  TOO_LARGE: { status: 413, title: 'Too large', titleVi: 'Quá lớn' },
  MEDIA_TYPE: { status: 415, title: 'This media type is not taken', titleVi: 'Không nhận loại nội dung này' },
  INVALID_EVENT: { status: 422, title: 'The event cannot be used', titleVi: 'Sự kiện có chỗ chưa đúng' },
  INVALID_REQUEST: { status: 422, title: 'The request cannot be used', titleVi: 'Yêu cầu có chỗ chưa đúng' },
  CHOICE_NOT_ALLOWED: { status: 422, title: 'This choice is not offered', titleVi: 'Không có lựa chọn này' },
  REASON_REQUIRED: { status: 422, title: 'This choice needs a reason', titleVi: 'Lựa chọn này cần nêu lý do' },
  RETURNS_EXHAUSTED: { status: 422, title: 'It cannot be returned once more', titleVi: 'Không trả lại được thêm lần nữa' },
  NOBODY_HOLDS_POST: { status: 422, title: 'Nobody holds the post that would be asked next', titleVi: 'Chức danh kế tiếp chưa có người' },
  INVALID_ACT: { status: 422, title: 'This cannot be done', titleVi: 'Không thực hiện được việc này' },
  RATE_LIMITED: { status: 429, title: 'Too many requests', titleVi: 'Quá nhiều yêu cầu' },
  INTERNAL: { status: 500, title: 'Something went wrong here', titleVi: 'Hệ thống gặp lỗi' },
  NOT_CONFIRMED: { status: 503, title: 'Not confirmed yet', titleVi: 'Chưa xác nhận được' },
  STORAGE_UNAVAILABLE: { status: 503, title: 'Nothing can be stored at present', titleVi: 'Tạm thời chưa lưu được' },
} as const satisfies Record<string, Kind>;

export type ProblemCode = keyof typeof PROBLEMS;

export interface ProblemDetails {
  readonly detail: string;
  readonly detailVi?: string;
  readonly errors?: readonly FieldError[];
  /** Further members of the body, flat. */
  readonly members?: Readonly<Record<string, unknown>>;
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

export interface ProblemBody extends Kind {
  readonly type: string;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly detailVi?: string;
  readonly errors?: readonly FieldError[];
  readonly correlationId?: string;
}
