/** A CSV of the titles that a district gave before the system was there: synthetic names, the counts of its documents. */
export function historyFile(
  counts: readonly { readonly award: string; readonly count: number; readonly years: readonly number[] }[],
): string {
  const header = 'award,number,signed_on,year,nominee,kind,birth_year,unit,reference,achievement';
  const rows = counts.flatMap(({ award, count, years }) =>
    Array.from({ length: count }, (_, i) => rowOf(award, i, years[i % years.length] ?? 0)),
  );
  return `${[header, ...rows].join('\n')}\n`;
}

const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô'];
const MIDDLES = ['Văn', 'Thị', 'Đức', 'Minh', 'Thanh', 'Quốc', 'Hồng', 'Xuân'];
const GIVEN = ['An', 'Bình', 'Châu', 'Dũng', 'Giang', 'Hạnh', 'Khánh', 'Lan', 'Mai', 'Nghĩa', 'Phúc', 'Quỳnh', 'Sơn', 'Tuấn', 'Yến'];

const pick = (names: readonly string[], i: number): string => names[i % names.length] ?? '';

function rowOf(award: string, i: number, year: number): string {
  const name = `${pick(FAMILIES, i)} ${pick(MIDDLES, Math.floor(i / 10))} ${pick(GIVEN, i * 7)}`;
  const unit = `phuong-${String((i % 10) + 1).padStart(2, '0')}`;
  const papers = `${String(100 + (i % 40))}/QĐ-UBND`;
  return [
    award,
    papers,
    `${String(year)}-09-30`,
    year,
    name,
    'individual',
    1950 + (i % 50),
    unit,
    `LS-${award}-${String(i)}`,
    `Việc tốt số ${String(i)}`,
  ].join(',');
}
