import type { Choice, Language } from '@laurel/domain';
import { inSentence, say, type Names } from './words.ts';

/** A choice as the page offers it: its name, and what follows from it. */
export interface ChoiceWords {
  readonly label: string;
  readonly consequence: string;
  /** What has to be written with it; left out where nothing has. */
  readonly needs?: string;
}

type Speak = (names: Names, language: Language, kind: string) => ChoiceWords;

const above = ({ nextLevel }: Names, language: Language): string => inSentence(nextLevel ?? say(language, 'cấp trên', 'the next level'));

function onward(names: Names, language: Language): string {
  const { nextLevel } = names;
  return !names.awards && nextLevel !== null
    ? say(language, `Hồ sơ được chuyển lên ${inSentence(nextLevel)}.`, `The nomination goes up to ${nextLevel}.`)
    : say(language, 'Hồ sơ đi tiếp ở cấp này khi đủ ý kiến đồng ý.', 'The nomination goes on at this level once enough agree.');
}

const approve: Speak = (names, language, kind) => {
  const { award, level } = names;
  if (kind !== 'decision') return { label: say(language, 'Đồng ý', 'Approve'), consequence: onward(names, language) };
  return {
    label: say(language, `Quyết định trao tặng “${award}”`, `Award “${award}”`),
    consequence: say(
      language,
      `Danh hiệu được ghi nhận ở ${inSentence(level)}. Hồ sơ kết thúc tại đây.`,
      `The title is recorded at ${level}. The nomination ends here.`,
    ),
  };
};

/** Every choice, with what follows from it. */
const SPOKEN: Readonly<Record<Choice, Speak>> = {
  approve,
  'refer-up': (names, language) => ({
    label: say(language, `Đề nghị ${above(names, language)} xét`, `Refer up to ${above(names, language)}`),
    consequence: say(language, 'Cấp này không trao; hồ sơ đi tiếp lên trên.', 'Nothing is awarded here; the nomination goes on above.'),
  }),
  'approve-and-refer-up': (names, language) => ({
    label: say(
      language,
      `Trao tặng “${names.award}” và đề nghị ${above(names, language)} xét tiếp`,
      `Award “${names.award}” and refer up to ${above(names, language)}`,
    ),
    consequence: say(
      language,
      'Danh hiệu được ghi nhận ở đây, hồ sơ vẫn đi tiếp lên trên.',
      'The title is recorded here, and the nomination still goes on above.',
    ),
  }),
  reject: (_, language) => ({
    label: say(language, 'Không đồng ý', 'Reject'),
    consequence: say(language, 'Hồ sơ có thể kết thúc là “không đạt”.', 'The nomination may end as “not qualified”.'),
    needs: say(language, 'Cần nêu lý do.', 'A reason is needed.'),
  }),
  return: (_, language) => ({
    label: say(language, 'Trả lại để bổ sung', 'Return for completion'),
    consequence: say(language, 'Đơn vị đề nghị được mời bổ sung.', 'The nominator is asked to complete it.'),
    needs: say(language, 'Cần nêu rõ còn thiếu gì.', 'Say what is missing.'),
  }),
  delegate: (_, language) => ({
    label: say(language, 'Chuyển cho người khác trả lời', 'Let somebody else answer'),
    consequence: say(
      language,
      'Người được chọn nhận thư thay ông/bà. Hạn trả lời giữ nguyên.',
      'The person you choose gets the mail instead of you. The deadline stays.',
    ),
  }),
  complete: (_, language) => ({
    label: say(language, 'Đã bổ sung', 'Completed'),
    consequence: say(language, 'Hồ sơ quay lại bước xét khi đủ tài liệu.', 'The nomination goes back to review once nothing is missing.'),
  }),
  eligible: (_, language) => ({
    label: say(language, 'Đủ điều kiện, tiêu chuẩn', 'Eligible'),
    consequence: say(language, 'Hồ sơ được chuyển sang bước xét tiếp theo.', 'The nomination goes on to the next step.'),
  }),
  ineligible: (_, language) => ({
    label: say(language, 'Không đủ điều kiện', 'Not eligible'),
    consequence: say(language, 'Hồ sơ kết thúc là “không đủ điều kiện”.', 'The nomination ends as “ineligible”.'),
    needs: say(language, 'Cần chọn quy định áp dụng và nêu lý do.', 'Name the rule and give a reason.'),
  }),
  agree: (_, language) => ({
    label: say(language, 'Thống nhất', 'Agree'),
    consequence: say(language, 'Hồ sơ đi tiếp khi các cơ quan đã trả lời.', 'The nomination goes on once all bodies have answered.'),
  }),
  object: (_, language) => ({
    label: say(language, 'Không thống nhất', 'Object'),
    consequence: say(
      language,
      'Ý kiến của cơ quan phải được trả lời trước khi hồ sơ đi tiếp.',
      'Your objection must be answered before the nomination goes on.',
    ),
    needs: say(language, 'Cần nêu lý do.', 'A reason is needed.'),
  }),
  answer: (_, language) => ({
    label: say(language, 'Trả lời, hồ sơ đi tiếp', 'Answer, and the nomination goes on'),
    consequence: say(language, 'Nội dung trả lời được lưu cùng hồ sơ.', 'Your answer is kept with the nomination.'),
    needs: say(language, 'Xin ghi ở ô lý do.', 'Write it in the field for the reason.'),
  }),
  uphold: (_, language) => ({
    label: say(language, 'Ý kiến phản đối là đúng', 'The objection is right'),
    consequence: say(language, 'Hồ sơ kết thúc là “không đạt”.', 'The nomination ends as “not qualified”.'),
    needs: say(language, 'Cần nêu lý do.', 'A reason is needed.'),
  }),
};

/** On a complaint, where the result is published already. */
const ON_COMPLAINT: Readonly<Partial<Record<Choice, Speak>>> = {
  answer: (_, language) => ({
    label: say(language, 'Khiếu nại không đúng, giữ nguyên kết quả', 'The complaint is not right, the result stands'),
    consequence: say(
      language,
      'Nội dung trả lời được gửi cho đơn vị đề nghị và người khiếu nại.',
      'Your answer is mailed to the nominator and to who complained.',
    ),
    needs: say(language, 'Xin ghi ở ô lý do.', 'Write it in the field for the reason.'),
  }),
  uphold: (_, language) => ({
    label: say(language, 'Khiếu nại đúng', 'The complaint is right'),
    consequence: say(
      language,
      'Kết quả chưa tự thay đổi: việc thu hồi hoặc mở lại do người có thẩm quyền thực hiện.',
      'The result does not change by itself: who may do so revokes or reopens.',
    ),
    needs: say(language, 'Cần nêu lý do.', 'A reason is needed.'),
  }),
};

/** The words of a choice on a task of this kind. */
export function choiceWords(choice: Choice, kind: string, names: Names, language: Language): ChoiceWords {
  if (kind === 'complaint') return (ON_COMPLAINT[choice] ?? SPOKEN[choice])(names, language, kind);
  return SPOKEN[choice](names, language, kind);
}
