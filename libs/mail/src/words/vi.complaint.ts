import { assertNever, type ComplaintOutcome } from '@laurel/domain';
import type { ComplaintWords, ResultFacts } from './words.ts';

function settledLead(outcome: ComplaintOutcome, { nominee, award }: ResultFacts): string {
  const complaint = `Khiếu nại về kết quả xét tặng “${award}” cho ${nominee}`;
  switch (outcome) {
    case 'dismissed':
      return `${complaint} đã được xem xét. Kết quả đã công bố được giữ nguyên.`;
    case 'upheld':
      return `${complaint} đã được xem xét và công nhận là đúng. Kết quả được xem xét lại theo thẩm quyền; thay đổi, nếu có, sẽ được báo bằng thư khác.`;
    case 'dropped':
      return `Việc giải quyết khiếu nại về kết quả xét tặng “${award}” cho ${nominee} đã được dừng lại. Kết quả đã công bố không thay đổi.`;
    default:
      return assertNever(outcome);
  }
}

/** Complaints, in Vietnamese. */
export const viComplaint: ComplaintWords = {
  groundTitle: 'Căn cứ khiếu nại',
  secondTime: 'Đây là khiếu nại lần hai: người khiếu nại không đồng ý với trả lời lần đầu.',
  choices: { answer: 'Khiếu nại không đúng, giữ nguyên kết quả', uphold: 'Khiếu nại đúng' },
  settledHeading: {
    dismissed: 'Khiếu nại đã được giải quyết: giữ nguyên kết quả',
    upheld: 'Khiếu nại đã được giải quyết: khiếu nại đúng',
    dropped: 'Việc giải quyết khiếu nại đã dừng lại',
  },
  settledLead,
  answerTitle: 'Nội dung trả lời',
  second: (until) => `Người khiếu nại không đồng ý với trả lời này được khiếu nại lần hai đến ${until}.`,
};
