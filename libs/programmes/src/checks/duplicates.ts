import type { FieldPath, Report } from '../problems.ts';

/** Reports every entry whose key an earlier entry already has. */
export function reportDuplicates(keys: readonly string[], pathOf: (index: number) => FieldPath, report: Report): void {
  keys.forEach((key, index) => {
    if (keys.indexOf(key) === index) return;
    report(pathOf(index), {
      vi: `"${key}" đã dùng ở trên: hãy đặt mã khác`,
      en: `"${key}" is used above: choose another`,
    });
  });
}

/** Reports a key that is not among the known ones. */
export function reportUnknown(key: string, known: readonly string[], path: FieldPath, report: Report): void {
  if (known.includes(key)) return;
  const list = known.join(', ');
  report(path, { vi: `Không có "${key}": hãy chọn trong ${list}`, en: `There is no "${key}": choose one of ${list}` });
}
