import type { Language } from '@laurel/domain';
import { say } from '../tasks/page/words.ts';

/** How long what the public writes may be, characters. */
export const LIMITS = { text: 4_000, writer: 200, contact: 200 } as const;

export type Said = 'kept' | 'known' | 'over' | 'full' | 'empty' | 'too-long';

const WORDS: Readonly<Record<Said, readonly [vi: string, en: string]>> = {
  kept: [
    'Đã nhận ý kiến. Bộ phận thi đua – khen thưởng sẽ trả lời trước khi hồ sơ được xét tiếp.',
    'Your comment was received. The secretariat will answer before the nomination goes on.',
  ],
  known: ['Ý kiến này đã được nhận trước đó; không ghi hai lần.', 'This comment was received before; it is not recorded twice.'],
  over: ['Đã hết thời gian lấy ý kiến. Ý kiến này chưa được ghi nhận.', 'The notice is over. This comment was not recorded.'],
  full: [
    'Đã có rất nhiều ý kiến về hồ sơ này. Xin gửi ý kiến trực tiếp tới bộ phận thi đua – khen thưởng.',
    'This nomination has had very many comments. Please write to the secretariat directly.',
  ],
  empty: ['Chưa có nội dung ý kiến. Xin ghi ý kiến rồi gửi lại.', 'The comment is empty. Write something and send it again.'],
  'too-long': [
    `Ý kiến dài quá ${String(LIMITS.text)} ký tự, hoặc họ tên, liên hệ dài quá ${String(LIMITS.writer)} ký tự. Xin viết ngắn hơn.`,
    `The comment is longer than ${String(LIMITS.text)} characters, or the name or contact longer than ${String(LIMITS.writer)}. Please shorten it.`,
  ],
};

/** What became of a feedback, for the person who wrote it. */
export function saidInWords(said: Said, language: Language): string {
  return say(language, ...WORDS[said]);
}

/** The answer's status: recorded or not, and why not. */
export const STATUS: Readonly<Record<Said, number>> = { kept: 200, known: 200, over: 409, full: 429, empty: 422, 'too-long': 422 };
