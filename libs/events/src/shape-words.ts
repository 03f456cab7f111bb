import type { Text } from '@laurel/domain';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, Text>> = {
  string: { vi: 'chữ', en: 'text' },
  number: { vi: 'một số', en: 'a number' },
  int: { vi: 'một số nguyên', en: 'a whole number' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  array: { vi: 'một danh sách', en: 'a list' },
  object: { vi: 'một nhóm trường', en: 'a group of fields' },
  record: { vi: 'một nhóm trường', en: 'a group of fields' },
};

const FORMATS: Readonly<Record<string, Text>> = {
  date: { vi: 'Xin ghi ngày có thật, dạng NĂM-THÁNG-NGÀY.', en: 'Write a date that exists, as YYYY-MM-DD.' },
  datetime: {
    vi: 'Xin ghi thời điểm kèm múi giờ, ví dụ 2022-09-01T08:00:00+07:00.',
    en: 'Write an instant with its offset, for example 2022-09-01T08:00:00+07:00.',
  },
  email: { vi: 'Xin ghi một địa chỉ thư, ví dụ can-bo.01@example.vn.', en: 'Write one mail address, for example officer.01@example.vn.' },
};

const UNFIT: Text = { vi: 'Chưa đúng: xin xem lại.', en: 'This does not fit: look at it again.' };

const isMissing = ({ input }: Issue): boolean => input === undefined;

/** What is asked for, as the end of a sentence: after "Missing:" or "Give". */
function asked(issue: Issue, { vi, en }: Text): Text {
  return isMissing(issue) ? { vi: `Còn thiếu: xin ghi ${vi}.`, en: `Missing: give ${en}.` } : { vi: `Xin ghi ${vi}.`, en: `Give ${en}.` };
}

function oneOf(issue: Issue, values: readonly unknown[]): Text {
  const list = values.map(String).join(', ');
  return asked(issue, { vi: `một trong: ${list}`, en: `one of: ${list}` });
}

function tooSmall(origin: string, least: number | bigint): Text {
  const n = String(least);
  if (origin === 'array') return { vi: `Quá ít: cần ít nhất ${n}.`, en: `Too few: at least ${n}.` };
  if (origin !== 'string') return { vi: `Quá nhỏ: ít nhất là ${n}.`, en: `Too small: at least ${n}.` };
  return least > 1
    ? { vi: `Quá ngắn: ít nhất ${n} ký tự.`, en: `Too short: at least ${n} characters.` }
    : { vi: 'Còn để trống: xin ghi nội dung.', en: 'Empty: write something here.' };
}

function tooBig(origin: string, most: number | bigint): Text {
  const n = String(most);
  if (origin === 'array') return { vi: `Quá nhiều: nhiều nhất ${n}.`, en: `Too many: at most ${n}.` };
  if (origin === 'string') return { vi: `Quá dài: nhiều nhất ${n} ký tự.`, en: `Too long: at most ${n} characters.` };
  return { vi: `Quá lớn: nhiều nhất là ${n}.`, en: `Too large: at most ${n}.` };
}

/** What is wrong with one value and its cure, in both languages; {@link UNFIT} where only its own rule can say more. */
export function wordsOf(issue: Issue): Text {
  switch (issue.code) {
    case 'invalid_type':
      return asked(issue, KINDS[issue.expected] ?? { vi: issue.expected, en: issue.expected });
    case 'invalid_value':
      return oneOf(issue, issue.values);
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? oneOf(issue, issue.options) : UNFIT;
    case 'too_small':
      return tooSmall(issue.origin, issue.minimum);
    case 'too_big':
      return tooBig(issue.origin, issue.maximum);
    case 'unrecognized_keys':
      return { vi: 'Không có mục này: xin bỏ đi.', en: 'There is no such field: leave it out.' };
    case 'invalid_format':
      return FORMATS[issue.format] ?? UNFIT;
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return UNFIT;
  }
}
