import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { NominationLine } from '@laurel/db';
import { PassThrough } from 'node:stream';
import { cellText, writeSpreadsheet } from './spreadsheet.ts';

const line: NominationLine = {
  id: 'n1',
  programme: 'ntvt',
  campaign: '2022',
  submission: '=cmd|calc',
  nominee: 'Đỗ Thanh Quỳnh'.normalize('NFD'),
  nomineeKind: 'individual',
  achievement: 'Cứu người\u0000 đuối nước',
  unit: 'phuong-01',
  unitName: { vi: 'Phường số 1', en: 'Ward no. 1' },
  award: 'a',
  state: 'RECEIVED',
  level: 'ward',
  stage: 'review',
  held: false,
  late: true,
  submittedAt: '2026-09-03T20:00:00.000Z',
  dueAt: null,
  endedAt: null,
};

async function* lines(): AsyncGenerator<NominationLine> {
  yield await Promise.resolve(line);
}

async function written(language: 'vi' | 'en'): Promise<ExcelJS.Worksheet> {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await writeSpreadsheet(stream, lines(), language);
  const workbook = new ExcelJS.Workbook();
  const bytes = Buffer.concat(chunks);
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

describe('the exported list', () => {
  it('has a heading in the language asked for and a row for each line', async () => {
    const sheet = await written('vi');
    expect(sheet.getCell('B1').value).toBe('Họ tên');
    expect(sheet.getCell('D2').value).toBe('Phường số 1');
    expect(sheet.getCell('M2').value).toBe('Có');
    expect((await written('en')).getCell('B1').value).toBe('Nominee');
  });

  it('writes names composed, without letters that a cell cannot hold', async () => {
    const sheet = await written('vi');
    expect(sheet.getCell('B2').value).toBe('Đỗ Thanh Quỳnh'.normalize('NFC'));
    expect(sheet.getCell('C2').value).toBe('Cứu người đuối nước');
  });

  it("writes instants as the office's clock shows them", async () => {
    expect((await written('vi')).getCell('N2').value).toEqual(new Date('2026-09-04T03:00:00.000Z'));
  });

  it.each(['=1+1', '+84', '-2', '@SUM(A1)', '|calc', '  =1', '\t=1', '%x'])('lets no spreadsheet run %s', (text) => {
    expect(cellText(text).startsWith("'")).toBe(true);
  });

  it('leaves ordinary words as they are', () => {
    expect(cellText('12/TTr-UBND')).toBe('12/TTr-UBND');
    expect(cellText('a=b')).toBe('a=b');
  });
});
