import type { Text } from '../time.ts';
import type { RefusalCode } from './case-file.ts';

const WORDS: Readonly<Record<RefusalCode, readonly [vi: string, en: string]>> = {
  NOT_YOUR_TASK: ['Việc này không còn mở với ông/bà.', 'This task is no longer open to you.'],
  ALREADY_DECIDED: ['Việc này đã có trả lời.', 'This task has been answered.'],
  DEADLINE_PASSED: ['Đã quá hạn, không nhận trả lời nữa.', 'The deadline has passed; answers are no longer taken.'],
  HELD: ['Hồ sơ đang tạm dừng để xác minh. Xin trả lời sau khi tiếp tục.', 'The nomination is on hold. Answer once it goes on.'],
  CHOICE_NOT_ALLOWED: [
    'Không có lựa chọn này cho việc này. Xin chọn một trong các ý kiến trên trang.',
    'This choice is not offered here. Choose one of those on the page.',
  ],
  REASON_REQUIRED: ['Lựa chọn này cần nêu lý do. Xin ghi lý do.', 'This choice needs a reason. Write one in "reason".'],
  RETURNS_EXHAUSTED: [
    'Hồ sơ đã được trả lại đủ số lần cho phép. Xin chọn ý kiến khác.',
    'The nomination was returned as often as allowed. Choose another answer.',
  ],
  NOBODY_HOLDS_POST: [
    'Chức danh kế tiếp hiện chưa có người. Xin báo bộ phận thi đua – khen thưởng.',
    'Nobody holds the post that would be asked next. Tell the secretariat.',
  ],
  NOT_RETURNED: ['Hồ sơ không ở trạng thái chờ bổ sung.', 'The nomination does not wait for completion.'],
  TOO_LATE_TO_WITHDRAW: ['Hồ sơ đã quyết định, không rút được nữa.', 'The nomination is decided and can no longer be withdrawn.'],
  NOT_HELD: ['Hồ sơ không bị tạm dừng.', 'The nomination is not on hold.'],
  CASE_ENDED: ['Hồ sơ đã kết thúc.', 'The nomination has ended.'],
  RULE_REQUIRED: ['Xin chọn quy định mà hồ sơ không đáp ứng.', 'Name the rule that the nomination does not meet.'],
  CONFLICT_OF_INTEREST: [
    'Người này là người được đề nghị, người lập hồ sơ hoặc đã khai báo xung đột lợi ích, nên không trả lời được. Xin chọn người khác.',
    'This person is the nominee, has filed the nomination or has declared a conflict of interest. Choose somebody else.',
  ],
  MORE_TIME_REFUSED: [
    'Quy định không cho thêm thời gian, hoặc đã xin đủ số lần. Xin trả lời trong hạn, hoặc chuyển cho người khác.',
    'The rules grant no (more) time. Answer in time, or let somebody else answer.',
  ],
  SECOND_PERSON_REQUIRED: [
    'Việc này phải do một người khác, không có xung đột lợi ích, thực hiện.',
    'Somebody else, without a conflict of interest, must do this.',
  ],
  NO_NOTICE: ['Hồ sơ không ở bước lấy ý kiến nhân dân.', 'The nomination is not before the public.'],
  INVALID_ACT: [
    'Không thực hiện được việc này với người hoặc giá trị đã chọn.',
    'This cannot be done with what was chosen. Choose another person or value.',
  ],
  ONE_AWARD_PER_ACHIEVEMENT: [
    'Thành tích này đã được tặng hoặc đang được xét ở hồ sơ khác. Một thành tích chỉ được tặng một lần.',
    'This achievement has been awarded, or is being considered in another nomination. One achievement is awarded once.',
  ],
  ONCE_IN_A_LIFETIME: [
    'Người này đã được tặng danh hiệu này. Danh hiệu chỉ tặng một lần trong đời.',
    'This nominee holds the title already. It is given once in a lifetime.',
  ],
  ONCE_PER_PERIOD: [
    'Người này đã được tặng danh hiệu này trong kỳ. Xin để kỳ sau.',
    'This nominee has been given the title in this period. Leave it to the next one.',
  ],
  MISSING_PREREQUISITE: [
    'Chưa đủ danh hiệu cần có trước. Xin xem diễn biến hồ sơ để biết còn thiếu năm nào.',
    'The titles that must be held first are not all there. The timeline names what is missing.',
  ],
  CAP_REACHED: [
    'Đã đủ số lượng được tặng theo quy định của kỳ này. Hồ sơ vẫn ở đây; xin để kỳ sau hoặc chờ có chỗ trống.',
    'All places that the rules allow in this period are taken. The nomination stays here: leave it to the next period, or until a place is free.',
  ],
  NOT_POSTHUMOUS: [
    'Danh hiệu này không truy tặng, mà người được đề nghị đã mất. Hồ sơ vẫn ở đây.',
    'This award is not given after death, and the nominee has died. The nomination stays here.',
  ],
  AWARD_STANDS: [
    'Danh hiệu đã tặng còn hiệu lực. Muốn xét lại, xin thu hồi quyết định trước.',
    'The award that was given holds. Revoke it first, then reopen.',
  ],
  NO_AWARD: ['Hồ sơ này không có danh hiệu đang có hiệu lực ở cấp đó.', 'No award of this nomination holds at that level.'],
  UNKNOWN_GROUND: [
    'Căn cứ này không có trong quy định. Xin chọn một căn cứ đã quy định.',
    'The rules do not know this ground. Give one of theirs.',
  ],
  COMPLAINT_NOT_ALLOWED: [
    'Lúc này không nhận khiếu nại về hồ sơ này.',
    'No complaint about this nomination can be heard now: there is no result yet, one is being heard, or both instances have answered.',
  ],
  COMPLAINT_TOO_LATE: ['Đã quá thời hạn khiếu nại.', 'The time for complaints is over.'],
  COMPLAINT_HEARD: [
    'Hồ sơ đang được giải quyết khiếu nại. Xin chờ trả lời khiếu nại rồi làm lại.',
    'A complaint about this nomination is being heard. Wait for its answer, then do this again.',
  ],
  OVERRIDE_REFUSED: [
    'Chỉ người đang giữ chức danh cấp trên của đơn vị đề nghị, không phải người lập hồ sơ, được bỏ qua quy định này.',
    'Only whoever holds a post above the nominating unit, and did not file the nomination, may set this rule aside.',
  ],
  NUMBER_REFUSED: ['Số quyết định không đúng. Xin ghi như trên văn bản.', 'This is no decision number. Write it as the paper does.'],
  NUMBER_TAKEN: [
    'Nơi ký đã dùng số này cho một quyết định ký ngày khác. Nếu cùng quyết định, xin ghi đúng ngày ký của quyết định đó; nếu không, xin sửa lại số.',
    'The issuer has given this number to a decision of another day. If it is the same paper, give the day on which that was signed; if not, correct the number.',
  ],
};

/** Why an act was refused, in one plain sentence with what to do about it. */
export function refusalWords(code: RefusalCode): Text {
  const [vi, en] = WORDS[code];
  return { vi, en };
}
