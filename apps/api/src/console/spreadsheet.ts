import ExcelJS from 'exceljs';
import type { NominationLine } from '@laurel/db';
import type { Language } from '@laurel/domain';
import type { Writable } from 'node:stream';

interface Column {
  readonly title: Readonly<Record<Language, string>>;
  readonly width: number;
  readonly of: (line: NominationLine, language: Language) => string | Date | null;
}

const dateOf = (at: string | null): Date | null => (at === null ? null : new Date(Date.parse(at) + OFFICE_OFFSET_MS));

/** Spreadsheets know no zones: instants are written as the office's wall clock shows them, UTC+7 without summer time. */
const OFFICE_OFFSET_MS = 7 * 3_600_000;

const COLUMNS: readonly Column[] = [
  { title: { vi: 'Mã hồ sơ', en: 'Nomination' }, width: 30, of: ({ id }) => id },
  { title: { vi: 'Họ tên', en: 'Nominee' }, width: 28, of: ({ nominee }) => nominee },
  { title: { vi: 'Thành tích', en: 'Achievement' }, width: 40, of: ({ achievement }) => achievement },
  { title: { vi: 'Đơn vị', en: 'Unit' }, width: 26, of: ({ unitName }, language) => unitName[language] },
  { title: { vi: 'Chương trình', en: 'Programme' }, width: 20, of: ({ programme }) => programme },
  { title: { vi: 'Đợt', en: 'Campaign' }, width: 12, of: ({ campaign }) => campaign },
  { title: { vi: 'Tờ trình', en: 'Submission' }, width: 18, of: ({ submission }) => submission },
  { title: { vi: 'Danh hiệu', en: 'Award' }, width: 20, of: ({ award }) => award },
  { title: { vi: 'Trạng thái', en: 'State' }, width: 16, of: ({ state }) => state },
  { title: { vi: 'Cấp', en: 'Level' }, width: 12, of: ({ level }) => level },
  { title: { vi: 'Bước', en: 'Stage' }, width: 18, of: ({ stage }) => stage },
  { title: { vi: 'Tạm dừng', en: 'On hold' }, width: 10, of: ({ held }, language) => mark(held, language) },
  { title: { vi: 'Quá hạn', en: 'Late' }, width: 10, of: ({ late }, language) => mark(late, language) },
  { title: { vi: 'Ngày nhận', en: 'Submitted' }, width: 18, of: ({ submittedAt }) => dateOf(submittedAt) },
  { title: { vi: 'Hạn trả lời', en: 'Due' }, width: 18, of: ({ dueAt }) => dateOf(dueAt) },
  { title: { vi: 'Kết thúc', en: 'Ended' }, width: 18, of: ({ endedAt }) => dateOf(endedAt) },
];

function mark(value: boolean, language: Language): string {
  if (!value) return '';
  return language === 'vi' ? 'Có' : 'Yes';
}

/** What a cell cannot hold, by the format's own rules. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;

/** Text as a cell may hold it: composed letters, and nothing that a spreadsheet would run as a formula. */
export function cellText(value: string): string {
  const text = value.normalize('NFC').replaceAll(FORBIDDEN, '').slice(0, 32_000);
  return /^[\s]*[=+\-@|%]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}

/** Streams lines into a workbook: memory does not grow with their number. */
export async function writeSpreadsheet(stream: Writable, lines: AsyncIterable<NominationLine>, language: Language): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet(language === 'vi' ? 'Hồ sơ' : 'Nominations', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = COLUMNS.map(({ title, width }) => ({ header: title[language], width, style: { numFmt: 'dd/mm/yyyy hh:mm' } }));
  sheet.getRow(1).font = { bold: true };
  for await (const line of lines) {
    const cells = COLUMNS.map(({ of }) => {
      const value = of(line, language);
      return typeof value === 'string' ? cellText(value) : value;
    });
    sheet.addRow(cells).commit();
  }
  sheet.commit();
  await workbook.commit();
}
