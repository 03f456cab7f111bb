import { describe, expect, it } from '@jest/globals';
import { instantOfWall, wallOf } from './zones.ts';

const utc = (written: string): number => Date.parse(written);

describe('the wall clock of a zone', () => {
  it('keeps seconds and their parts', () => {
    expect(wallOf('Asia/Tokyo', utc('2025-01-01T00:00:07.750Z'))).toBe(utc('2025-01-01T09:00:07.750Z'));
    expect(wallOf('Asia/Tokyo', utc('2025-01-01T00:05:00Z'))).toBe(utc('2025-01-01T09:05:00Z'));
  });

  it('changes on the second where a zone did so, before 1972', () => {
    // Liberia was 44 minutes and 30 seconds behind UTC until 7 January 1972.
    expect(wallOf('Africa/Monrovia', utc('1972-01-07T00:44:29Z'))).toBe(utc('1972-01-06T23:59:59Z'));
    expect(wallOf('Africa/Monrovia', utc('1972-01-07T00:44:30Z'))).toBe(utc('1972-01-07T00:44:30Z'));
  });

  it('goes back to the instant it was read at, in winter and in summer', () => {
    for (const written of ['2025-01-15T12:00:00Z', '2025-07-15T12:00:00Z'])
      expect(instantOfWall('Europe/Berlin', wallOf('Europe/Berlin', utc(written)))).toBe(utc(written));
  });

  it('exists for known zones only', () => {
    expect(() => wallOf('Asia/Nowhere', 0)).toThrow(RangeError);
  });
});
