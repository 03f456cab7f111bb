import { describe, expect, it } from '@jest/globals';
import { problemsOfAllKinds, type Change } from '../all-kinds.fixture.ts';

const change = (find: string, put: string): Change => ({ find, put });

/** What is wrong, the edit that makes it so, the field that is named and the beginning of the cure. */
const MISTAKES: readonly (readonly [what: string, edit: Change, field: string, cure: string])[] = [
  [
    'an award that nobody decides',
    change(
      'award: proposed\n        mayReferUp: false\n        wait: *wait',
      'award: citizen\n        mayReferUp: false\n        wait: *wait',
    ),
    'awards[1].key',
    'No stage decides "fighter"',
  ],
  [
    'a route that cannot give what it takes',
    change('awards: [commendation], streams', 'awards: [commendation, citizen], streams'),
    'routes[0].for',
    'This route takes citizen but no stage decides on it',
  ],
  [
    'an award without a route for one kind',
    change(
      '    name: { vi: "Thông thường", en: "Standard" }\n',
      '    name: { vi: "Thông thường", en: "Standard" }\n    for: { recipientKinds: [household] }\n',
    ),
    'awards[1].recipientKinds[0]',
    'No route takes "fighter" for individual',
  ],
  [
    'a route for an award that is not there',
    change('for: { awards: [commendation]', 'for: { awards: [medal]'),
    'routes[0].for.awards[0]',
    'There is no "medal"',
  ],
  [
    'a route that nothing reaches',
    change('for: { awards: [commendation], streams: [ad-hoc] }', 'for: {}'),
    'routes[1].for',
    'The routes before it (simplified) take everything already',
  ],
  ['two routes of one name', change('- key: standard', '- key: simplified'), 'routes[1].key', '"simplified" is used above'],
  [
    'a route beside a list of stages',
    change(
      'withdrawUntil: decided\n\nroutes:',
      'withdrawUntil: decided\nstages: [{ kind: publication, key: a, level: city }, { kind: publication, key: b, level: city }]\n\nroutes:',
    ),
    'stages',
    'There are "routes" already',
  ],
  [
    'a route without any withdrawal',
    change('withdrawUntil: decided\n\nroutes:', 'routes:'),
    'routes[1].withdrawUntil',
    '"withdrawUntil" is missing',
  ],
  [
    'a condition that nobody knows',
    change('award: commendation, times', 'award: medal, times'),
    'awards[1].prerequisites[0].award',
    'There is no "medal"',
  ],
  [
    'a condition of itself',
    change('award: commendation, times', 'award: fighter, times'),
    'awards[1].prerequisites[0].award',
    '"fighter" cannot be a condition of itself',
  ],
  [
    'a title of a lifetime held three times',
    change('award: commendation, times', 'award: citizen, times'),
    'awards[1].prerequisites[0].times',
    '"citizen" is given once in a lifetime',
  ],
  [
    'once in consecutive years',
    change('times: 3, consecutive', 'times: 1, consecutive'),
    'awards[1].prerequisites[0].consecutive',
    'Once is never consecutive',
  ],
  [
    'a period without a policy',
    change('repeat: once-in-a-lifetime', 'repeat: unlimited\n    period: year'),
    'awards[2].period',
    'This belongs to repeat: once-per-period',
  ],
  ['a cap of nothing', change('max: 10', 'max: 0'), 'awards[2].cap.max', 'Write a number of at least 1'],
  [
    'a cap without a limit',
    change('period: year, max: 10', 'period: year'),
    'awards[2].cap',
    'This does not say how many: write max, or percent together with of',
  ],
  ['a cap with two limits', change('max: 10', 'max: 10, percent: 15, of: fighter'), 'awards[2].cap.percent', 'There is max already'],
  ['a cap with a limit and half of another', change('max: 10', 'max: 10, of: fighter'), 'awards[2].cap.of', 'There is max already'],
  ['a share of nothing', change('max: 10', 'percent: 15'), 'awards[2].cap', 'percent of which award? Add of'],
  ['a share of no size', change('max: 10', 'of: fighter'), 'awards[2].cap', 'of needs percent'],
  ['a share of an award that is not there', change('max: 10', 'percent: 15, of: medal'), 'awards[2].cap.of', 'There is no "medal"'],
  ['a share of itself', change('max: 10', 'percent: 15, of: citizen'), 'awards[2].cap.of', '"citizen" cannot be a share of itself'],
  ['a share of more than all', change('max: 10', 'percent: 101, of: fighter'), 'awards[2].cap.percent', 'Write a number of at most 100'],
  ['half a percent', change('max: 10', 'percent: 2.5, of: fighter'), 'awards[2].cap.percent', 'Write a whole number'],
  ['money that is no decimal', change('"3.0"', '"3,0"'), 'awards[1].bonusMultiple', 'Write a decimal number'],
  [
    'an exclusion group that is not there',
    change('exclusionGroups: [deeds]', 'exclusionGroups: []'),
    'awards[0].exclusionGroup',
    'There is no "deeds"',
  ],
  ['a council that is not there', change('council: city-council', 'council: board'), 'routes[1].stages[6].council', 'There is no "board"'],
  [
    'a council of another level',
    change('Council" }\n    level: city', 'Council" }\n    level: district'),
    'routes[1].stages[6].council',
    'Council "city-council" is of level "district"',
  ],
  [
    'a council without seats',
    change('seats: [city/seat-01,', 'seats: []\n    # ['),
    'councils[0].seats',
    'Council "city-council" has no seats',
  ],
  [
    'a chair without a seat',
    change('chair: city/seat-01', 'chair: city/office'),
    'councils[0].chair',
    'The chair must be one of the members',
  ],
  [
    'the same seat twice',
    change('city/seat-02, city/seat-03', 'city/seat-02, city/seat-02'),
    'councils[0].seats[2]',
    '"city/seat-02" is used above',
  ],
  [
    'a seat that is no post',
    change('city/seat-02, city/seat-03', 'city/seat-02, city/seat-99'),
    'councils[0].seats[2]',
    'There is no post "city/seat-99"',
  ],
  [
    'a quorum of more than all',
    change('numerator: 2', 'numerator: 4'),
    'routes[1].stages[6].ballot.quorum.numerator',
    '4/3 of the seats can never come',
  ],
  [
    'a quorum over nothing',
    change('denominator: 3', 'denominator: 0'),
    'routes[1].stages[6].ballot.quorum.denominator',
    'Write a number of at least 1',
  ],
  [
    'a threshold above a hundred',
    change('percent: 90', 'percent: 101'),
    'routes[1].stages[6].ballot.threshold.percent',
    'Write a number of at most 100',
  ],
  [
    'more than all of them',
    change('percent: 90, compare: ">="', 'percent: 100, compare: ">"'),
    'routes[1].stages[6].ballot.threshold.compare',
    'More than 100 % can never be reached',
  ],
  [
    'a body that answers its own objection',
    change('answeredBy: city/office', 'answeredBy: city/tax'),
    'routes[1].stages[3].answeredBy',
    '"city/tax" is one of the bodies asked',
  ],
  [
    'a body asked twice',
    change('bodies: [city/tax, city/police]', 'bodies: [city/tax, city/tax]'),
    'routes[1].stages[3].bodies[1]',
    '"city/tax" is used above',
  ],
  [
    'an answer that nobody stands above',
    change('answeredBy: city/office', 'answeredBy: city/deputy'),
    'routes[1].stages[3].timeout',
    'Post "city/deputy" has no superior',
  ],
  [
    'a ground twice',
    change('en: "Under discipline" } }', 'en: "Under discipline" } }\n          - { rule: no-discipline, text: { vi: "a", en: "a" } }'),
    'routes[1].stages[1].grounds[1].rule',
    '"no-discipline" is used above',
  ],
  [
    'no ground at all',
    change(
      '        grounds:\n          - { rule: no-discipline, text: { vi: "Đang bị kỷ luật", en: "Under discipline" } }',
      '        grounds: []',
    ),
    'routes[1].stages[1].grounds',
    'The list needs at least 1 item',
  ],
  [
    'more time that never ends',
    change('moreTime: { workingDays: 5, times: 1 }', 'moreTime: { workingDays: 5, times: 99 }'),
    'routes[1].stages[1].moreTime.times',
    'Write a number of at most 10',
  ],
  [
    'numbers without a running number',
    change('level: city, pattern: "{n}/QĐ-UBND"', 'level: city, pattern: "QĐ-UBND"'),
    'decisionNumbers[1].pattern',
    'Write {n} where the running number stands',
  ],
  [
    'numbers that are none of a paper',
    change('level: city, pattern: "{n}/QĐ-UBND"', 'level: city, pattern: "{n}. qd"'),
    'decisionNumbers[1].pattern',
    'Numbers would read "12. qd"',
  ],
  [
    'numbers of a level twice',
    change('level: city, pattern', 'level: district, pattern'),
    'decisionNumbers[1]',
    'This level and issuer have their numbering above',
  ],
  ['numbers of no level', change('level: city, pattern', 'level: county, pattern'), 'decisionNumbers[1].level', 'There is no "county"'],
];

describe('a programme with every kind of stage', () => {
  it('has no problems', async () => {
    expect(await problemsOfAllKinds()).toEqual([]);
  });

  it.each(MISTAKES)('is told where it is and how to mend it: %s', async (_, edit, field, cure) => {
    const found = await problemsOfAllKinds(edit);
    const cures = found.filter((problem) => problem.field === field).map(({ message }) => message.en);
    expect(cures.some((message) => message.startsWith(cure))).toBe(true);
    expect(found.every(({ line, file }) => line > 1 && file === 'du-loai/programme.yaml')).toBe(true);
  });
});
