import { assertNever } from '@laurel/domain';
import type { NominationMailContent } from '@laurel/contracts';
import type { Phase } from '@laurel/domain';
import { viAsks } from './vi.asks.ts';
import { viComplaint } from './vi.complaint.ts';
import type { AskWords, ResultFacts, ResultState, Words } from './words.ts';

function reminderHeading({ matter }: AskWords, phase: Phase | null): string {
  switch (phase) {
    case 'before':
      return `Nhắc ông/bà: sắp đến hạn ${matter}`;
    case 'today':
      return `Nhắc ông/bà: hôm nay là hạn ${matter}`;
    case 'late':
      return `Đã quá hạn ${matter}`;
    case null:
      return `Nhắc ông/bà ${matter}`;
    default:
      return assertNever(phase);
  }
}

function otherwise(then: NominationMailContent['otherwise'], { silence, waits }: AskWords, closes: string | null): string {
  const until = closes === null ? `Nếu hồ sơ vẫn ${silence}` : `Đến ${closes} mà hồ sơ vẫn ${silence}`;
  switch (then) {
    case 'lapse':
      return `${until} thì hồ sơ khép lại và không được xét nữa.`;
    case 'hand-over':
      return `${until} thì việc này được chuyển cho người khác.`;
    case 'escalate-again':
      return `${until} thì việc này được báo lên cấp trên.`;
    case null:
      return `Hồ sơ sẽ chờ cho đến khi ${waits}.`;
    default:
      return assertNever(then);
  }
}

function resultLead(state: ResultState, { nominee, award }: ResultFacts): string {
  const proposal = `Đề nghị tặng “${award}” cho ${nominee}`;
  switch (state) {
    case 'CONFERRED':
      return `${nominee} đã được khen thưởng. Xin chúc mừng người được khen thưởng và đơn vị đã đề nghị.`;
    case 'NOT_QUALIFIED':
      return `${proposal} đã được xét nhưng không đạt.`;
    case 'INELIGIBLE':
      return `${proposal} không thuộc diện được xét.`;
    case 'LAPSED':
      return `${proposal} đã khép lại vì hết hạn mà hồ sơ chưa hoàn tất.`;
    case 'WITHDRAWN':
      return `${proposal} đã được rút và không xét nữa.`;
    case 'TERMINATED':
      return `${proposal} đã được người quản trị dừng lại và không xét nữa.`;
    case 'REVOKED':
      return `Danh hiệu “${award}” đã tặng ${nominee} bị thu hồi. Xin thu lại hiện vật và tiền thưởng theo quyết định.`;
    default:
      return assertNever(state);
  }
}

export const vi: Words = {
  greeting: (recipient) => `Kính gửi ông/bà ${recipient},`,
  actingFor: (name) => `Ông/bà nhận việc này thay cho ${name}.`,
  labels: { nominee: 'Người được đề nghị', achievement: 'Thành tích', award: 'Đề nghị tặng', unit: 'Đơn vị', level: 'Cấp xét' },
  asks: viAsks,
  reminderHeading,
  reminderLead: ({ own }, time) => `Hồ sơ dưới đây vẫn đang chờ ông/bà ${own}.${time > 1 ? ` Đây là lần nhắc thứ ${time}.` : ''}`,
  escalationHeading: (silent) => (silent === null ? 'Hồ sơ quá hạn vẫn chưa được trả lời' : `${silent} chưa trả lời`),
  escalationLead: ({ asked, unanswered }, silent) =>
    silent === null
      ? unanswered
      : `${silent} ${asked} nhưng đến nay chưa trả lời. Thư này gửi ông/bà với tư cách người phụ trách cấp trên.`,
  escalationAsk: ({ own }, silent) =>
    silent === null ? `Xin ông/bà xem và ${own}.` : `Ông/bà có thể ${own} thay, hoặc đôn đốc ${silent}.`,
  overdueSince: 'Đã quá hạn từ',
  noDeadline: 'Việc này không đặt hạn trả lời.',
  stillOpen: (closes) => `Ông/bà vẫn có thể trả lời đến ${closes}.`,
  otherwise,
  missingTitle: 'Còn thiếu',
  returnReasonTitle: 'Lý do trả lại',
  reasonTitle: 'Lý do',
  ruleTitle: 'Quy định áp dụng',
  actionHint: 'Nếu nút trên không mở được, xin dùng địa chỉ này:',
  linkIsYours:
    'Đường dẫn này dành riêng cho ông/bà, xin đừng chuyển tiếp. Mở ra chỉ để xem; chỉ khi ông/bà chọn và bấm gửi thì mới được ghi nhận.',
  resultHeading: {
    CONFERRED: 'Đề nghị đã được khen thưởng',
    NOT_QUALIFIED: 'Đề nghị không được khen thưởng',
    INELIGIBLE: 'Đề nghị không thuộc diện được xét',
    LAPSED: 'Hồ sơ đã khép lại vì hết hạn',
    WITHDRAWN: 'Hồ sơ đã được rút',
    TERMINATED: 'Hồ sơ đã được dừng lại',
    REVOKED: 'Danh hiệu đã bị thu hồi',
  },
  resultLead,
  givenLabel: 'Được tặng',
  decisionLabel: 'Quyết định',
  decision: (number, signedOn) => (number === null ? `ký ngày ${signedOn}` : `số ${number}, ký ngày ${signedOn}`),
  nothingToDo: 'Thư này để ông/bà biết kết quả; ông/bà không cần làm gì thêm.',
  automatic: (programme) => `Thư tự động của chương trình “${programme}”. Xin không trả lời thư này.`,
  caseNumber: (nominationId) => `Mã hồ sơ: ${nominationId}`,
  confirmation: {
    heading: 'Ý kiến của ông/bà đã được ghi nhận',
    lead: (at) => `Lúc ${at}, từ đường dẫn gửi riêng cho ông/bà, hệ thống đã ghi nhận ý kiến dưới đây.`,
    choiceLabel: 'Ý kiến',
    referenceLabel: 'Mã tham chiếu',
    choices: {
      approve: 'Đồng ý',
      'refer-up': 'Đề nghị cấp trên xét',
      'approve-and-refer-up': 'Trao tặng và đề nghị cấp trên xét tiếp',
      reject: 'Không đồng ý',
      return: 'Trả lại để bổ sung',
      eligible: 'Đủ điều kiện, tiêu chuẩn',
      ineligible: 'Không đủ điều kiện, tiêu chuẩn',
      agree: 'Thống nhất',
      object: 'Không thống nhất',
      answer: 'Đã giải trình, đề nghị xét tiếp',
      uphold: 'Ý kiến phản đối là đúng, không xét tiếp',
    },
    objectTitle: 'Nếu không phải ông/bà',
    object: (until) =>
      `Đến ${until}, ông/bà có thể báo “không phải tôi” bằng nút dưới đây. Hồ sơ sẽ tạm dừng để bộ phận thi đua – khen thưởng kiểm tra.`,
    action: 'Không phải tôi',
    nothingElse: 'Nếu đúng là ông/bà thì không cần làm gì thêm.',
  },
  notice: {
    heading: 'Hồ sơ đang được lấy ý kiến nhân dân',
    lead: 'Hồ sơ dưới đây đang được thông báo công khai để nhân dân góp ý.',
    endsLabel: 'Lấy ý kiến đến',
    after: 'Hết thời gian này và khi mọi phản ánh đã được trả lời, hồ sơ được xét tiếp.',
    action: 'Xem trang lấy ý kiến',
  },
  moreTime: {
    heading: 'Ông/bà có thêm thời gian',
    lead: ({ own }) => `Thời hạn để ông/bà ${own} đã được gia hạn. Hạn mới dưới đây thay cho hạn đã báo trước.`,
  },
  complaint: viComplaint,
};
