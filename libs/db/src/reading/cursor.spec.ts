import { describe, expect, it } from '@jest/globals';
import { cursorOf, CursorUnknown, placeOf } from './cursor.ts';

const raw = (text: string): string => Buffer.from(text).toString('base64url');

describe('a cursor', () => {
  it('leads back to the keys it was made of', () => {
    expect(placeOf(cursorOf(['01M81', 'đặng thị ánh']), ['text', 'text'])).toEqual(['01M81', 'đặng thị ánh']);
    expect(placeOf(cursorOf(['2026-11-22T13:38:41.259Z', '01M81', 7]), ['instant', 'text', 'count'])).toHaveLength(3);
    for (const instant of ['2026-11-22 13:38:41.259+00', '2026-11-22 13:38:41+05:30', 'infinity'])
      expect(placeOf(cursorOf([instant]), ['instant'])).toEqual([instant]);
    expect(placeOf(cursorOf(['01M81', null]), ['text', 'anything'])).toEqual(['01M81', null]);
  });

  it.each([
    ['no JSON', 'zz'],
    ['no list', raw('{}')],
    ['null', raw('null')],
    ['too short', cursorOf(['a'])],
    ['too long', cursorOf(['a', '2026-11-22T00:00:00Z', 1])],
    ['another kind of key', cursorOf(['a', 1])],
    ['a day that does not exist', cursorOf(['a', '2026-13-22T00:00:00Z'])],
    ['words for an instant', cursorOf(['a', 'tomorrow'])],
    ['a character that no text holds', cursorOf(['a\0', '2026-11-22T00:00:00Z'])],
  ])('is unknown when it is %s', (_what, cursor) => {
    expect(() => placeOf(cursor, ['text', 'instant'])).toThrow(CursorUnknown);
  });
});
