import { assertNever } from '@laurel/domain';
import type { MailContent } from '@laurel/contracts';
import type { Phase } from '../when.ts';
import type { Ask, ResultFacts, ResultState, Words } from './words.ts';

function reminderHeading(ask: Ask, phase: Phase | null): string {
  const matter = ask === 'review' ? 'cho ý kiến' : 'bổ sung hồ sơ';
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

function otherwise(then: MailContent['otherwise'], ask: Ask, closes: string | null): string {
  const silence = ask === 'review' ? 'chưa có ý kiến' : 'chưa được bổ sung';
  const until = closes === null ? `Nếu hồ sơ vẫn ${silence}` : `Đến ${closes} mà hồ sơ vẫn ${silence}`;
  switch (then) {
    case 'lapse':
      return `${until} thì hồ sơ khép lại và không được xét nữa.`;
    case 'hand-over':
      return `${until} thì việc này được chuyển cho người khác.`;
    case 'escalate-again':
      return `${until} thì việc này được báo lên cấp trên.`;
    case null:
      return ask === 'review' ? 'Hồ sơ sẽ chờ cho đến khi có ý kiến.' : 'Hồ sơ sẽ chờ cho đến khi được bổ sung.';
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
    default:
      return assertNever(state);
  }
}

function escalationLead(ask: Ask, silent: string | null): string {
  if (silent === null)
    return ask === 'review'
      ? 'Hồ sơ dưới đây đã được nhắc và báo lên cấp trên nhưng vẫn chưa có ý kiến.'
      : 'Hồ sơ dưới đây đã được nhắc nhưng vẫn chưa được bổ sung.';
  const asked = ask === 'review' ? 'được mời cho ý kiến về hồ sơ dưới đây' : 'được đề nghị bổ sung hồ sơ dưới đây';
  return `${silent} ${asked} nhưng đến nay chưa trả lời. Thư này gửi ông/bà với tư cách người phụ trách cấp trên.`;
}

function escalationAsk(ask: Ask, silent: string | null): string {
  const own = ask === 'review' ? 'cho ý kiến' : 'bổ sung hồ sơ';
  return silent === null ? `Xin ông/bà xem và ${own}.` : `Ông/bà có thể ${own} thay, hoặc đôn đốc ${silent}.`;
}

export const vi: Words = {
  greeting: (recipient) => `Kính gửi ông/bà ${recipient},`,
  actingFor: (name) => `Ông/bà nhận việc này thay cho ${name}.`,
  labels: { nominee: 'Người được đề nghị', achievement: 'Thành tích', award: 'Đề nghị tặng', unit: 'Đơn vị', level: 'Cấp xét' },
  assignmentHeading: { review: 'Mời ông/bà cho ý kiến về một đề nghị khen thưởng', completion: 'Hồ sơ cần ông/bà bổ sung' },
  assignmentLead: (ask, programme) =>
    ask === 'review'
      ? `Chương trình “${programme}” mời ông/bà xem hồ sơ dưới đây và cho ý kiến.`
      : `Chương trình “${programme}” trả lại hồ sơ dưới đây để ông/bà bổ sung.`,
  reminderHeading,
  reminderLead: (ask, time) =>
    `Hồ sơ dưới đây vẫn đang chờ ông/bà ${ask === 'review' ? 'cho ý kiến' : 'bổ sung'}.${time > 1 ? ` Đây là lần nhắc thứ ${time}.` : ''}`,
  escalationHeading: (silent) => (silent === null ? 'Hồ sơ quá hạn vẫn chưa được trả lời' : `${silent} chưa trả lời`),
  escalationLead,
  escalationAsk,
  deadlineLabel: { review: { due: 'Hạn cho ý kiến', late: 'Đã quá hạn từ' }, completion: { due: 'Hạn bổ sung', late: 'Đã quá hạn từ' } },
  noDeadline: 'Việc này không đặt hạn trả lời.',
  stillOpen: (closes) => `Ông/bà vẫn có thể trả lời đến ${closes}.`,
  otherwiseTitle: { review: 'Nếu không ai cho ý kiến', completion: 'Nếu hồ sơ không được bổ sung' },
  otherwise,
  missingTitle: 'Còn thiếu',
  returnReasonTitle: 'Lý do trả lại',
  reasonTitle: 'Lý do',
  ruleTitle: 'Quy định áp dụng',
  actionLabel: { review: 'Xem hồ sơ và cho ý kiến', completion: 'Xem hồ sơ và bổ sung' },
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
  },
  resultLead,
  givenLabel: 'Được tặng',
  nothingToDo: 'Thư này để ông/bà biết kết quả; ông/bà không cần làm gì thêm.',
  automatic: (programme) => `Thư tự động của chương trình “${programme}”. Xin không trả lời thư này.`,
  caseNumber: (nominationId) => `Mã hồ sơ: ${nominationId}`,
};
