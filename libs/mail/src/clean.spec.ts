import { describe, expect, test } from '@jest/globals';
import { clean, cleanLines } from './clean.ts';

describe('clean', () => {
  test('keeps Vietnamese accents, composed', () => {
    expect(clean('Nguyễn Thị Ngọc Huyền'.normalize('NFD'))).toBe('Nguyễn Thị Ngọc Huyền');
  });

  test('makes one line of line breaks and control characters', () => {
    expect(clean('An\r\nBcc: ai@example.vn\u2028\u0000\tx')).toBe('An Bcc: ai@example.vn x');
  });

  test('takes out zero-width, direction and private-use characters and halves of characters', () => {
    expect(clean('A\u200B\u202E\u2066\uFEFF\uE000\uD800n')).toBe('An');
  });

  test('shortens without cutting a character in two', () => {
    expect(clean('😀😀😀', 4)).toBe('😀…');
  });
});

describe('cleanLines', () => {
  test('keeps the lines a person wrote, without blank ones', () => {
    expect(cleanLines(' Một \n\n hai\r\nba ')).toEqual(['Một', 'hai', 'ba']);
  });

  test('says when it left something out', () => {
    expect(cleanLines('x\n'.repeat(50)).at(-1)).toBe('…');
  });
});
