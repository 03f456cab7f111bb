import { cellsOf, NotATable } from './csv.ts';

/** A row of a file with its number as a spreadsheet shows it. */
export interface FileRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * The rows of a CSV or XLSX file below its first, which names the columns.
 * @throws NotATable when the file is neither.
 */
export async function rowsOf(fileName: string, bytes: Buffer): Promise<readonly FileRow[]> {
  const table = fileName.toLowerCase().endsWith('.xlsx') ? await sheetOf(bytes) : cellsOf(bytes.toString('utf8'));
  const [header = [], ...rest] = table;
  const columns = header.map((name) => name.toLowerCase());
  return rest
    .map((cells, index) => ({ row: index + 2, cells: Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])) }))
    .filter(({ cells }) => Object.values(cells).some((value) => value !== ''));
}

async function sheetOf(bytes: Buffer): Promise<string[][]> {
  const { default: Excel } = await import('exceljs');
  const workbook = new Excel.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer).catch(() => {
    throw new NotATable(
      'Tệp này không phải bảng tính .xlsx: mở và lưu lại đúng định dạng. / This is no .xlsx workbook: open it and save it as one.',
    );
  });
  const table: string[][] = [];
  workbook.worksheets[0]?.eachRow(({ values }) => {
    // The library counts cells from 1.
    table.push(Array.from(Array.isArray(values) ? values.slice(1) : [], textOf));
  });
  return table;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'object' && 'text' in value) return String(value.text).normalize('NFC').trim();
  if (typeof value === 'object' && 'result' in value) return textOf(value.result);
  return typeof value === 'string' || typeof value === 'number' ? String(value).normalize('NFC').trim() : '';
}
