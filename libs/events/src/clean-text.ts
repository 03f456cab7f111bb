import { pointerOf, type FieldError } from './field-error.ts';

const DEEPEST = 16;

/** The cleaned value, or what could not be stored. */
export type Cleaned = { readonly value: unknown } | { readonly error: FieldError };

/** False for texts that no database keeps: NUL, or half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(text);
}

function cleanText(text: string, path: readonly string[]): Cleaned {
  if (!isStorable(text)) {
    const detail = 'Contains a character that is no text (NUL or half of a pair): remove it.';
    return { error: { pointer: pointerOf(path), detail, detailVi: 'Có ký tự không phải chữ (NUL hoặc nửa cặp): xin bỏ ký tự đó.' } };
  }
  return { value: text.normalize('NFC') };
}

function tooDeep(path: readonly string[]): FieldError {
  const most = String(DEEPEST);
  return {
    pointer: pointerOf(path.slice(0, 4)),
    detail: `Nested deeper than ${most} levels: flatten it.`,
    detailVi: `Lồng quá ${most} cấp: xin viết phẳng hơn.`,
  };
}

function cleanFields(
  fields: Iterable<readonly [string, unknown]>,
  path: readonly string[],
): { entries: [string, unknown][] } | { error: FieldError } {
  const entries: [string, unknown][] = [];
  for (const [key, field] of fields) {
    const cleaned = cleanJson(field, [...path, key]);
    if ('error' in cleaned) return cleaned;
    entries.push([key.normalize('NFC'), cleaned.value]);
  }
  return { entries };
}

/**
 * Text in one form: every string in Unicode NFC, so that a name typed on two keyboards is one name. Refuses what a
 * database cannot keep and what is nested deeper than any event of ours.
 */
export function cleanJson(value: unknown, path: readonly string[]): Cleaned {
  if (path.length > DEEPEST) return { error: tooDeep(path) };
  if (typeof value === 'string') return cleanText(value, path);
  if (typeof value !== 'object' || value === null) return { value };
  if (Array.isArray(value)) {
    const items = cleanFields(
      value.map((item: unknown, index) => [String(index), item] as const),
      path,
    );
    return 'error' in items ? items : { value: items.entries.map(([, item]) => item) };
  }
  const fields = cleanFields(Object.entries(value), path);
  return 'error' in fields ? fields : { value: Object.fromEntries(fields.entries) };
}
