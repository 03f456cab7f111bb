import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';

// Two cores may be busy with other suites.
jest.setTimeout(60_000);
import { beginnings, courses, lived, unblocked, type Happening } from './case-life.fixture.ts';

describe('whatever people do and whenever time passes', () => {
  it('keeps every law that a case lives by', () => {
    fc.assert(
      fc.property(beginnings, courses, (beginning, course) => void lived(beginning, course)),
      { numRuns: 400 },
    );
  });

  it('reaches every state that a case can end in', () => {
    const ends = fc.sample(fc.tuple(beginnings, courses), { numRuns: 300, seed: 3 }).map((args) => lived(...args).file.state);
    expect([...new Set(ends)]).toEqual(
      expect.arrayContaining(['CONFERRED', 'NOT_QUALIFIED', 'INELIGIBLE', 'LAPSED', 'WITHDRAWN', 'TERMINATED']),
    );
  });

  it('has ended, is held, asks somebody or is visibly blocked after half a year without a word from anyone', () => {
    const silence: Happening = { act: null, hours: 24 * 180, late: false };
    fc.assert(
      fc.property(beginnings, courses, (beginning, course) => {
        const story = lived(beginning, [...course, silence]);
        const { file, standing, open } = story;
        const blocked = !unblocked(() => story.receive()) || !unblocked(() => story.wake());
        const waits = standing.held || open.length > 0 || file.state === 'IN_SESSION';
        expect(file.endedAt !== null || waits || blocked).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
