import { describe, expect, it } from '@jest/globals';
import { problemsOfAllKinds, type Change } from '../all-kinds.fixture.ts';

const change = (find: string, put: string): Change => ({ find, put });

describe('a programme whose stages are in the wrong order', () => {
  it('is told that its highest level only reviews', async () => {
    const found = await problemsOfAllKinds(
      change(
        '      - kind: decision\n        key: city-decision\n        level: city\n        authority: city/chairman\n        award: proposed\n        mayReferUp: false\n',
        '      - kind: review\n        key: city-decision\n        level: city\n        reviewers: [city/chairman]\n        rule: { kind: one }\n',
      ),
    );
    expect(found.map(({ field, message }) => [field, message.en])).toContainEqual([
      'routes[1].stages[7].kind',
      'The highest level "city" only reviews and nobody decides: add a decision stage after this one',
    ]);
  });

  it('is told that a notice blocks a session that comes before it', async () => {
    const found = await problemsOfAllKinds(
      change(
        '      - kind: notice\n        key: notice',
        '      - kind: session\n        key: early\n        level: city\n        council: city-council\n        award: proposed\n        ballot:\n          quorum: { numerator: 1, denominator: 2 }\n          threshold: { percent: 50, compare: ">" }\n      - kind: notice\n        key: notice',
      ),
      change(
        '      - kind: session\n        key: session\n        level: city\n        council: city-council\n        award: proposed\n        ballot:\n          quorum: { numerator: 2, denominator: 3, of: total }\n          threshold: { percent: 90, compare: ">=", of: total }\n          secret: true\n          absentees: written\n          chairInFavour: true\n',
        '',
      ),
    );
    expect(found.map(({ field, message }) => [field, message.en])).toEqual([
      ['routes[1].stages[6].endsBefore', 'No session stage comes after this one: add it or mend endsBefore'],
    ]);
  });
});
