import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ballotRule, ninety } from './ballot.fixture.ts';
import { denominatorOf, lineResult, needed, reaches, type LineSeats } from './tally.ts';

const seats = (changes: Partial<LineSeats>): LineSeats => ({
  total: 15,
  eligible: 15,
  present: 15,
  chair: null,
  chairRecused: false,
  ...changes,
});

describe('ninety per cent of all seats', () => {
  it.each([
    [9, 9],
    [11, 10],
    [13, 12],
    [15, 14],
    [17, 16],
    [21, 19],
    [25, 23],
  ])('of %i is %i, and one fewer fails', (of, yes) => {
    expect(needed(ninety('total'), of)).toBe(yes);
    expect(reaches(ninety('total'), yes, of)).toBe(true);
    expect(reaches(ninety('total'), yes - 1, of)).toBe(false);
  });

  it.each([
    [10, 9, 10],
    [20, 18, 19],
    [30, 27, 28],
  ])('of %i seats: %i are as many as 90 %%, %i are more than 90 %%', (of, atLeast, more) => {
    expect([needed(ninety('total'), of), needed(ninety('total', '>'), of)]).toEqual([atLeast, more]);
    expect(reaches(ninety('total'), atLeast, of)).toBe(true);
    expect(reaches(ninety('total', '>'), atLeast, of)).toBe(false);
    expect(reaches(ninety('total', '>'), more, of)).toBe(true);
  });
});

describe('the denominator', () => {
  // 25 seats, of them 21 without a conflict, of them 17 taking part.
  const line = seats({ total: 25, eligible: 21, present: 17 });

  it.each([
    ['total', 25, 23],
    ['eligible', 21, 19],
    ['present', 17, 16],
  ] as const)('%s is %i seats and wants %i yes', (of, denominator, yes) => {
    const rule = ballotRule({ threshold: ninety(of) });
    expect(denominatorOf(rule.threshold, line)).toBe(denominator);
    expect(lineResult(rule, { yes, no: 0, abstain: 0 }, line)).toEqual({ outcome: 'qualified', reason: 'threshold-reached' });
    expect(lineResult(rule, { yes: yes - 1, no: 1, abstain: 0 }, line)).toEqual({ outcome: 'not-qualified', reason: 'threshold-missed' });
  });

  it.each(['total', 'eligible', 'present'] as const)('%s: every size of council from 9 to 25 has its own boundary', (of) => {
    for (const size of [9, 11, 13, 15, 17, 21, 25]) {
      const line = seats({
        total: of === 'total' ? size : 40,
        eligible: of === 'eligible' ? size : 40,
        present: of === 'present' ? size : 40,
      });
      const rule = ballotRule({ threshold: ninety(of) });
      const least = Math.floor((size * 9 + 9) / 10);
      const outcomes = [least, least - 1].map((yes) => lineResult(rule, { yes, no: 0, abstain: 3 }, line).outcome);
      expect([size, outcomes]).toEqual([size, ['qualified', 'not-qualified']]);
    }
  });

  it('of nobody is never reached', () => {
    expect(reaches({ percent: 1, compare: '>=', of: 'present' }, 0, 0)).toBe(false);
  });
});

describe('the chair', () => {
  const rule = ballotRule({ chairInFavour: true });
  const counts = { yes: 14, no: 1, abstain: 0 };

  it('must be in favour where the rule says so', () => {
    expect(lineResult(rule, counts, seats({ chair: 'yes' })).outcome).toBe('qualified');
    for (const chair of ['no', 'abstain', null] as const)
      expect(lineResult(rule, counts, seats({ chair }))).toEqual({ outcome: 'not-qualified', reason: 'chair-not-in-favour' });
  });

  it('who has a conflict has no voice against the line either', () => {
    expect(lineResult(rule, counts, seats({ chairRecused: true })).outcome).toBe('qualified');
  });

  it('does not save a line that misses the threshold', () => {
    expect(lineResult(rule, { ...counts, yes: 13 }, seats({ chair: 'yes' })).reason).toBe('threshold-missed');
  });
});

describe('a sum of one', () => {
  it('is not counted out loud in a secret ballot: the line waits for another session', () => {
    const one = { yes: 1, no: 0, abstain: 0 };
    const small = seats({ total: 1, eligible: 1, present: 1 });
    expect(lineResult(ballotRule(), one, small)).toEqual({ outcome: 'set-aside', reason: 'too-few-votes' });
    expect(lineResult(ballotRule(), { yes: 0, no: 1, abstain: 1 }, small).outcome).toBe('not-qualified');
    expect(lineResult(ballotRule({ secret: false }), one, small).outcome).toBe('qualified');
  });
});

describe('the threshold', () => {
  const rules = fc.record({
    percent: fc.integer({ min: 1, max: 100 }),
    compare: fc.constantFrom('>=' as const, '>' as const),
    of: fc.constant('total' as const),
  });

  it('agrees with fractions of whole numbers, counted out one by one', () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 400 }), (rule, of, yes) => {
        // A hundredth of a seat at a time: `percent` of them for each seat.
        let hundredths = 0;
        for (let seat = 0; seat < of; seat++) hundredths += rule.percent;
        for (let vote = 0; vote < yes; vote++) hundredths -= 100;
        expect(reaches(rule, yes, of)).toBe(rule.compare === '>' ? hundredths < 0 : hundredths <= 0);
      }),
    );
  });

  it('is reached by `needed` votes and by no fewer', () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: 1, max: 400 }), (rule, of) => {
        const least = needed(rule, of);
        expect(reaches(rule, least, of)).toBe(true);
        expect(reaches(rule, least - 1, of)).toBe(false);
      }),
    );
  });
});
