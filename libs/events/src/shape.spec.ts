import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { readShape } from './shape.ts';

const schema = z.strictObject({
  name: z.string().min(1).max(5).optional(),
  code: z.string().min(4).optional(),
  sides: z.int().min(3).max(9).optional(),
  list: z.array(z.boolean()).min(1).max(2).optional(),
  on: z.iso.date().optional(),
  at: z.iso.datetime({ offset: true }).optional(),
  mail: z.email().optional(),
  kind: z.enum(['a', 'b']).optional(),
  key: z.string().regex(/^k/).optional(),
  own: z.string('Say it.').optional(),
});

const wrong = (value: unknown): unknown => {
  const read = readShape(schema, value, { root: ['data'], own: { 'Say it.': 'Xin nói.' } });
  return read.is === 'wrong' ? read.errors.map(({ pointer, detail, detailVi }) => [pointer, detail, detailVi]) : null;
};

describe('a value that does not have its shape', () => {
  it.each([
    [{ name: 5 }, '/data/name', 'Give text.', 'Xin ghi chữ.'],
    [{ name: '' }, '/data/name', 'Empty: write something here.', 'Còn để trống: xin ghi nội dung.'],
    [{ name: 'quá dài' }, '/data/name', 'Too long: at most 5 characters.', 'Quá dài: nhiều nhất 5 ký tự.'],
    [{ code: 'k' }, '/data/code', 'Too short: at least 4 characters.', 'Quá ngắn: ít nhất 4 ký tự.'],
    [{ sides: '4' }, '/data/sides', 'Give a number.', 'Xin ghi một số.'],
    [{ sides: 4.5 }, '/data/sides', 'Give a whole number.', 'Xin ghi một số nguyên.'],
    [{ sides: 2 }, '/data/sides', 'Too small: at least 3.', 'Quá nhỏ: ít nhất là 3.'],
    [{ sides: 10 }, '/data/sides', 'Too large: at most 9.', 'Quá lớn: nhiều nhất là 9.'],
    [{ list: [] }, '/data/list', 'Too few: at least 1.', 'Quá ít: cần ít nhất 1.'],
    [{ list: [true, true, true] }, '/data/list', 'Too many: at most 2.', 'Quá nhiều: nhiều nhất 2.'],
    [{ list: ['yes'] }, '/data/list/0', 'Give true or false.', 'Xin ghi true hoặc false.'],
    [{ on: '2022-02-30' }, '/data/on', 'Write a date that exists, as YYYY-MM-DD.', 'Xin ghi ngày có thật, dạng NĂM-THÁNG-NGÀY.'],
    [{ kind: 'c' }, '/data/kind', 'Give one of: a, b.', 'Xin ghi một trong: a, b.'],
    [{ key: 'x' }, '/data/key', 'This does not fit: look at it again.', 'Chưa đúng: xin xem lại.'],
    [{ more: 1 }, '/data/more', 'There is no such field: leave it out.', 'Không có mục này: xin bỏ đi.'],
    [{ own: 1 }, '/data/own', 'Say it.', 'Xin nói.'],
    [undefined, '/data', 'Missing: give a group of fields.', 'Còn thiếu: xin ghi một nhóm trường.'],
  ])('is told in both languages: %j', (value, pointer, en, vi) => {
    expect(wrong(value)).toEqual([[pointer, en, vi]]);
  });

  it('is told with an example of an instant and of an address', () => {
    expect(wrong({ at: 'noon', mail: 'x' })).toEqual([
      ['/data/at', expect.stringContaining('+07:00'), expect.stringContaining('+07:00')],
      ['/data/mail', expect.stringContaining('@example.vn'), expect.stringContaining('@example.vn')],
    ]);
  });

  it('says what its schema has no second language for in the words of its kind', () => {
    const read = readShape(z.object({ no: z.int('Count them.') }), { no: 'x' });
    expect(read).toMatchObject({ is: 'wrong', errors: [{ detail: 'Count them.', detailVi: 'Xin ghi một số.' }] });
  });
});
