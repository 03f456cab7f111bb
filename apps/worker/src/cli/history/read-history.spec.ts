import { describe, expect, it } from '@jest/globals';
import { FREELY_GIVEN, type AwardType } from '@laurel/domain';
import { cellsOf, NotATable } from './csv.ts';
import { readHistory } from './read-history.ts';
import { rowsOf, type FileRow } from './table.ts';

const award = (changes: Partial<AwardType> = {}): AwardType => ({
  key: 'ntvt',
  name: { vi: 'Người tốt, việc tốt', en: 'Good people' },
  level: 'district',
  issuer: 'district/chairman',
  recipientKinds: ['individual', 'collective'],
  exclusionGroup: null,
  ...FREELY_GIVEN,
  ...changes,
});
const world = { awards: [award()], units: new Set(['phuong-01']), today: '2026-11-22' };
const row = (cells: Record<string, string> = {}, number = 2): FileRow => ({
  row: number,
  cells: { award: 'ntvt', signed_on: '2020-09-30', nominee: 'Đỗ Thị Hòa', kind: 'individual', unit: 'phuong-01', ...cells },
});
const wrong = (cells: Record<string, string>): string[] => readHistory([row(cells)], world).problems.map(({ column }) => column);

describe('tables', () => {
  it('are read with commas or semicolons, quotes, line breaks in cells and a byte order mark', () => {
    expect(cellsOf('\uFEFFa;b\r\n"x;1";"nói ""được"" \n làm"\r\n')).toEqual([['a', 'b'], ['x;1', 'nói "được" \n làm'], ['']]);
    expect(cellsOf('a,b\n1;2,3')).toEqual([
      ['a', 'b'],
      ['1;2', '3'],
    ]);
  });

  it('bring names to one form of Unicode', () => {
    expect(cellsOf('Hòa'.normalize('NFD'))).toEqual([['Hòa'.normalize('NFC')]]);
  });

  it('with an open quotation mark are refused with the line', () => {
    expect(() => cellsOf('a\n"b')).toThrow(NotATable);
  });

  it('that are no workbook in spite of their name are refused in words', async () => {
    await expect(rowsOf('x.xlsx', Buffer.from('award,unit\n'))).rejects.toThrow(/không phải bảng tính/);
  });

  it('name columns in any case, count rows as a spreadsheet does, and leave empty ones out', async () => {
    expect(await rowsOf('x.CSV', Buffer.from('Award,Unit\nntvt,u\n,\nntvt,v\n'))).toEqual([
      { row: 2, cells: { award: 'ntvt', unit: 'u' } },
      { row: 4, cells: { award: 'ntvt', unit: 'v' } },
    ]);
  });

  it('of Excel are read as those of text', async () => {
    const { default: Excel } = await import('exceljs');
    const workbook = new Excel.Workbook();
    const sheet = workbook.addWorksheet('Lịch sử');
    sheet.addRow(['award', 'signed_on', 'year']);
    sheet.addRow(['ntvt', new Date('2020-09-30T00:00:00Z'), 2020]);
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
    expect(await rowsOf('x.xlsx', bytes)).toEqual([{ row: 2, cells: { award: 'ntvt', signed_on: '2020-09-30', year: '2020' } }]);
  });
});

describe('a history file', () => {
  it('gives a record for each row, the year that of the signature unless it says otherwise', () => {
    const { records, problems } = readHistory([row({ signed_on: '5/1/2021', kind: 'Cá nhân' }), row({ year: '2019' }, 3)], world);
    expect(problems).toEqual([]);
    expect(records.map(({ signedOn, year, kind, number }) => [signedOn, year, kind, number])).toEqual([
      ['2021-01-05', 2021, 'individual', null],
      ['2020-09-30', 2019, 'individual', null],
    ]);
  });

  it.each([
    ['an award nobody knows', { award: 'khac' }, ['award']],
    ['nobody', { nominee: '' }, ['nominee']],
    ['a kind that is none', { kind: 'người' }, ['kind']],
    ['a kind the award is not given to', { kind: 'hộ gia đình' }, ['kind']],
    ['a unit nobody knows', { unit: 'phuong-99' }, ['unit']],
    ['a day that is none', { signed_on: '2021-02-30' }, ['signed_on']],
    ['a day to come', { signed_on: '2026-12-01' }, ['signed_on']],
    ['a year that is none', { year: '20' }, ['year']],
    ['a birth before all who live', { birth_year: '1800' }, ['birth_year']],
    ['a deed that ends before it begins', { from: '2020-05-02', to: '2020-05-01' }, ['to']],
    ['several at once', { award: '', unit: '', kind: '' }, ['award', 'kind', 'unit']],
  ])('is refused for %s, the cell named', (_, cells, columns) => {
    expect(wrong(cells).toSorted()).toEqual([...columns].toSorted());
  });

  it('says the cure in both languages', () => {
    expect(readHistory([row({ signed_on: 'hôm qua' })], world).problems[0]?.message).toEqual({
      vi: expect.stringContaining('ghi như 2022-09-30'),
      en: expect.stringContaining('write it as 2022-09-30'),
    });
  });

  it('is refused where two rows tell of one title, or of one nominee twice for a title of a lifetime', () => {
    expect(readHistory([row(), row({ kind: 'individual' }, 3)], world).problems).toMatchObject([{ row: 3, column: 'nominee' }]);
    expect(readHistory([row(), row({ signed_on: '2021-09-30' }, 3)], world).problems).toEqual([]);
    const once = { ...world, awards: [award({ repeat: 'once-in-a-lifetime' })] };
    expect(readHistory([row(), row({ signed_on: '2021-09-30' }, 3)], once).problems).toMatchObject([{ row: 3 }]);
  });
});
