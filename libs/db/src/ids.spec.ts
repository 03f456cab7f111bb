import { describe, expect, it } from '@jest/globals';
import { newId } from './ids.ts';

describe('newId', () => {
  it('gives ULIDs, each once', () => {
    const ids = new Set(Array.from({ length: 5_000 }, newId));
    expect(ids.size).toBe(5_000);
    expect([...ids].every((id) => /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id))).toBe(true);
  });
});
