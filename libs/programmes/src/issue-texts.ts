import type { Text } from '@laurel/domain';
import type { z } from 'zod';
import type { FieldPath } from './problems.ts';

/** One field that does not fit, in the words of a secretary. */
export interface Finding {
  readonly path: FieldPath;
  readonly message: Text;
}

type Issue = z.core.$ZodIssue;

const EXPECTED: Readonly<Record<string, Text>> = {
  string: { vi: 'chữ (số và phiên bản phải để trong dấu ngoặc kép)', en: 'text (numbers and versions in quotes)' },
  number: { vi: 'một số', en: 'a number' },
  int: { vi: 'một số nguyên', en: 'a whole number' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  array: { vi: 'một danh sách', en: 'a list' },
  object: { vi: 'một nhóm trường', en: 'a group of fields' },
};

const FORMATS: Readonly<Record<string, Text>> = {
  date: {
    vi: 'Ngày phải có thật và viết NĂM-THÁNG-NGÀY, ví dụ 2022-09-30',
    en: 'Write a real date as YEAR-MONTH-DAY, such as 2022-09-30',
  },
  email: {
    vi: 'Địa chỉ thư không đúng, ví dụ can-bo@example.vn',
    en: 'Write an e-mail address, such as officer@example.vn',
  },
  time: {
    vi: 'Giờ phải viết GIỜ:PHÚT từ 00:00 đến 24:00, ví dụ 08:30',
    en: 'Write a time as HH:MM from 00:00 to 24:00, such as 08:30',
  },
  key: {
    vi: 'Mã chỉ gồm chữ thường không dấu, số và gạch nối, ví dụ phuong-01',
    en: 'Use small letters without accents, digits and hyphens, such as phuong-01',
  },
  post: {
    vi: 'Chức vụ viết đơn-vị/chức-vụ, ví dụ district/chairman hoặc @unit/head',
    en: 'Write a post as unit/post, such as district/chairman or @unit/head',
  },
  decimal: {
    vi: 'Viết số thập phân trong ngoặc kép, dùng dấu chấm, ví dụ "1.5"',
    en: 'Write a decimal number in quotes, such as "1.5"',
  },
  'number-pattern': {
    vi: 'Mẫu số phải có {n} ở chỗ số thứ tự, ví dụ {n}/QĐ-UBND',
    en: 'Write {n} where the running number stands, such as {n}/QĐ-UBND',
  },
  zone: {
    vi: 'Không có múi giờ này, ví dụ đúng: Asia/Ho_Chi_Minh',
    en: 'There is no such time zone; write one such as Asia/Ho_Chi_Minh',
  },
};

/** Every field that does not fit, one finding each. `value` is what was read, to tell missing fields from wrong ones. */
export function issuesToFindings(issues: readonly Issue[], value: unknown, base: FieldPath = []): Finding[] {
  return issues.flatMap((issue) => findingsOf(issue, value, base));
}

function findingsOf(issue: Issue, value: unknown, base: FieldPath): Finding[] {
  const path = [...base, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key], message: unknownField(key) }));
  if (!present(value, path)) return [{ path, message: missing(path) }];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = issue.errors.reduce((best, errors) => (depthOf(errors) > depthOf(best) ? errors : best));
    return issuesToFindings(nearest, value, path);
  }
  return [{ path, message: textOf(issue) }];
}

function depthOf(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

function present(value: unknown, path: FieldPath): boolean {
  let node = value;
  for (const part of path) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, part)) return false;
    node = Reflect.get(node, part);
  }
  return node !== undefined;
}

function unknownField(key: string): Text {
  return {
    vi: `Không có trường "${key}": xóa đi hoặc sửa lại tên`,
    en: `There is no field "${key}": remove it or mend its name`,
  };
}

function missing(path: FieldPath): Text {
  const name = String(path.at(-1) ?? '');
  return { vi: `Thiếu "${name}": hãy thêm trường này`, en: `"${name}" is missing: add it` };
}

function oneOf(values: readonly unknown[]): Text {
  const list = values.map(String).join(', ');
  return { vi: `Hãy chọn một trong: ${list}`, en: `Choose one of: ${list}` };
}

function textOf(issue: Issue): Text {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = EXPECTED[issue.expected] ?? { vi: issue.expected, en: issue.expected };
      return { vi: `Hãy viết ${expected.vi}`, en: `Write ${expected.en}` };
    }
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return oneOf('options' in issue && Array.isArray(issue.options) ? issue.options : []);
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'too_big':
      return { vi: `Hãy viết số không quá ${issue.maximum}`, en: `Write a number of at most ${issue.maximum}` };
    case 'invalid_format':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return formatText(issue);
  }
}

function tooSmall(origin: string, minimum: number): Text {
  if (origin === 'array') return { vi: `Danh sách cần ít nhất ${minimum} mục`, en: `The list needs at least ${minimum} item(s)` };
  if (origin === 'string') return { vi: 'Không được để trống: hãy viết nội dung', en: 'This must not be empty: write something' };
  return { vi: `Hãy viết số không nhỏ hơn ${minimum}`, en: `Write a number of at least ${minimum}` };
}

/** Patterns of ours carry the name of their cure as the issue's message. */
function formatText(issue: Issue): Text {
  const format = issue.code === 'invalid_format' && issue.format !== 'regex' ? issue.format : issue.message;
  return FORMATS[format] ?? { vi: `Giá trị chưa đúng: ${issue.message}`, en: `This value does not fit: ${issue.message}` };
}
