import { assertNever, type Choice, type Language } from '@laurel/domain';
import { say, type Names } from './words.ts';

/** A choice as the page offers it: its name, and what follows from it. */
export interface ChoiceWords {
  readonly label: string;
  readonly consequence: string;
}

function approval(language: Language, kind: string, names: Names): ChoiceWords {
  const { award, level, nextLevel } = names;
  if (kind === 'decision') {
    return {
      label: say(language, `Quyết định trao tặng “${award}”`, `Award “${award}”`),
      consequence: say(
        language,
        `Danh hiệu được ghi nhận ở ${level}. Hồ sơ kết thúc tại đây.`,
        `The title is recorded at ${level}. The nomination ends here.`,
      ),
    };
  }
  const goesUp = !names.awards && nextLevel !== null;
  return {
    label: say(language, 'Đồng ý', 'Approve'),
    consequence: goesUp
      ? say(language, `Hồ sơ được chuyển lên ${nextLevel}.`, `The nomination goes up to ${nextLevel}.`)
      : say(language, 'Hồ sơ đi tiếp ở cấp này khi đủ ý kiến đồng ý.', 'The nomination goes on at this level once enough agree.'),
  };
}

function referral(language: Language, choice: 'refer-up' | 'approve-and-refer-up', names: Names): ChoiceWords {
  const next = names.nextLevel ?? say(language, 'cấp trên', 'the next level');
  if (choice === 'refer-up') {
    return {
      label: say(language, `Đề nghị ${next} xét`, `Refer up to ${next}`),
      consequence: say(language, 'Cấp này không trao; hồ sơ đi tiếp lên trên.', 'Nothing is awarded here; the nomination goes on above.'),
    };
  }
  return {
    label: say(language, `Trao tặng “${names.award}” và đề nghị ${next} xét tiếp`, `Award “${names.award}” and refer up to ${next}`),
    consequence: say(
      language,
      'Danh hiệu được ghi nhận ở đây, hồ sơ vẫn đi tiếp lên trên.',
      'The title is recorded here, and the nomination still goes on above.',
    ),
  };
}

function ending(language: Language, choice: 'reject' | 'return'): ChoiceWords {
  if (choice === 'reject') {
    return {
      label: say(language, 'Không đồng ý', 'Reject'),
      consequence: say(
        language,
        'Hồ sơ có thể kết thúc là “không đạt”. Cần nêu lý do.',
        'The nomination may end as “not qualified”. A reason is needed.',
      ),
    };
  }
  return {
    label: say(language, 'Trả lại để bổ sung', 'Return for completion'),
    consequence: say(
      language,
      'Đơn vị đề nghị được mời bổ sung. Cần nêu rõ còn thiếu gì.',
      'The nominator is asked to complete it. Say what is missing.',
    ),
  };
}

function delegation(language: Language): ChoiceWords {
  return {
    label: say(language, 'Chuyển cho người khác trả lời', 'Let somebody else answer'),
    consequence: say(
      language,
      'Người được chọn nhận thư thay ông/bà. Hạn trả lời giữ nguyên.',
      'The person you choose gets the mail instead of you. The deadline stays.',
    ),
  };
}

function completion(language: Language): ChoiceWords {
  return {
    label: say(language, 'Đã bổ sung', 'Completed'),
    consequence: say(language, 'Hồ sơ quay lại bước xét khi đủ tài liệu.', 'The nomination goes back to review once nothing is missing.'),
  };
}

/** The words of a choice on a task of this kind. */
export function choiceWords(choice: Choice, kind: string, names: Names, language: Language): ChoiceWords {
  switch (choice) {
    case 'approve':
      return approval(language, kind, names);
    case 'refer-up':
    case 'approve-and-refer-up':
      return referral(language, choice, names);
    case 'reject':
    case 'return':
      return ending(language, choice);
    case 'delegate':
      return delegation(language);
    case 'complete':
      return completion(language);
    default:
      return assertNever(choice);
  }
}
