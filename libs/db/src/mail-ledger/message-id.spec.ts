import { describe, expect, test } from '@jest/globals';
import { messageIdOf } from './message-id.ts';

const key = { subjectKey: '01K3V7-3-0', personId: 'le-huu-phuoc', kind: 'reminder', occurrence: 1 };

describe('messageIdOf', () => {
  test('is the same for the same key, in 52 characters that say nothing about it', () => {
    const id = messageIdOf(key, 'laurel.example.vn');
    expect(id).toMatch(/^<[a-z2-7]{52}@laurel\.example\.vn>$/);
    expect(messageIdOf({ ...key }, 'laurel.example.vn')).toBe(id);
  });

  test('differs when any part of the key differs, even where parts run together', () => {
    const ids = [
      key,
      { ...key, occurrence: 11 },
      { ...key, kind: 'assignment' },
      { ...key, personId: 'x' },
      { ...key, subjectKey: '01K3V7-3-01' },
    ].map((one) => messageIdOf(one, 'example.vn'));
    expect(new Set(ids).size).toBe(5);
  });

  test('is SHA-256 in base32', () => {
    expect(messageIdOf({ subjectKey: 'a', personId: 'b', kind: 'assignment', occurrence: 0 }, 'x.vn')).toBe(
      '<woe4lme7myu7ekoxpanwyavfi7v4m54mleld43bt4yvrvmyp7tsq@x.vn>',
    );
  });
});
