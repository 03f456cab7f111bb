import { describe, expect, it } from '@jest/globals';
import type { NumberSeries } from '@laurel/db';
import { paperLines, paperNotes } from './paper-notes.ts';

const series = (numbers: readonly number[]): NumberSeries => ({
  programme: 'nam-tu-liem-ntvt',
  issuer: 'district/chairman',
  span: 'year 2022',
  pattern: '{n}/QĐ-UBND',
  numbers,
});

const notesOn = (numbers: readonly number[], waiting = 0): ReturnType<typeof paperNotes> =>
  paperNotes({
    numberSeries: () => Promise.resolve(numbers.length === 0 ? [] : [series(numbers)]),
    unnumbered: () => Promise.resolve(waiting === 0 ? [] : [{ programme: 'nam-tu-liem-ntvt', issuer: 'city/chairman', count: waiting }]),
  });

describe('notes on numbers of papers', () => {
  it('name what lies between papers and is on none, and how many decisions wait for a number', async () => {
    const notes = await notesOn([17, 12, 14], 2);
    expect(notes.numbered).toMatchObject([
      {
        ...{ count: 3, first: 12, last: 17 },
        gaps: [
          [13, 13],
          [15, 16],
        ],
      },
    ]);
    expect(paperLines(notes)).toEqual([
      'số văn bản không có ở đây / numbers on no paper here: nam-tu-liem-ntvt district/chairman year 2022 {n}/QĐ-UBND 12–17: 13, 15–16',
      'quyết định đã ký, chưa có số / signed, still without a number: nam-tu-liem-ntvt city/chairman: 2',
    ]);
  });

  it('say nothing where numbers follow one another', async () => {
    expect(paperLines(await notesOn([3, 4, 5]))).toEqual([]);
    expect(paperLines(await notesOn([]))).toEqual([]);
  });

  it('name the first gaps of many, and how many more there are', async () => {
    const [line] = paperLines(await notesOn(Array.from({ length: 13 }, (_, i) => 1 + 2 * i)));
    expect(line).toMatch(/: 2, 4, 6, 8, 10, 12, 14, 16, 18, 20 … \(2\)$/u);
  });
});
