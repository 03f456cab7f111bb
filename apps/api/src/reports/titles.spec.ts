import { describe, expect, it } from '@jest/globals';
import type { TitleRow } from '@laurel/db';
import { countTitles, reportTimes } from './titles.ts';

const row = (award: string, recipientKind: string): TitleRow => ({
  id: 'n-district',
  nominationId: 'n',
  source: 'decision',
  nominee: 'a',
  unit: 'u',
  programme: 'p',
  campaign: '2022',
  award,
  level: 'district',
  issuer: 'district/chairman',
  recipientKind,
  number: null,
  signedOn: '2022-09-28',
  recordedAt: '2022-09-28T03:00:00.000Z',
});

describe('titles report', () => {
  it('cuts knowledge at the end of the day in Vietnam', () => {
    const times = reportTimes('2022-09-29', '2022-09-29', 0);
    expect(new Date(times.knownBefore).toISOString()).toBe('2022-09-29T17:00:00.000Z');
  });

  it('takes today in Vietnam when no day is given', () => {
    expect(reportTimes(undefined, undefined, Date.parse('2022-09-29T18:00:00Z'))).toMatchObject({
      asOf: '2022-09-30',
      knownAt: '2022-09-29T18:00:00.000Z',
    });
  });

  it('refuses a time that is none, naming it', () => {
    expect(() => reportTimes(undefined, 'soon', 0)).toThrow(expect.objectContaining({ code: 'INVALID_REQUEST' }));
  });

  it('counts by award and kind of recipient with the rows behind each number', () => {
    const counts = countTitles([row('a', 'individual'), row('a', 'individual'), row('a', 'collective')]);
    expect(counts.map(({ recipientKind, count, rows }) => [recipientKind, count, rows.length])).toEqual([
      ['individual', 2, 2],
      ['collective', 1, 1],
    ]);
  });
});
