import { describe, expect, it } from '@jest/globals';
import { problemsAfter, type Edit } from '../programme-folder.fixture.ts';

const rules = (find: string, put: string): Edit => ({ file: 'dien-tap/programme.yaml', find, put });
const people = (find: string, put: string): Edit => ({ file: 'dien-tap/people.yaml', find, put });
const calendar = (find: string, put: string): Edit => ({ file: 'calendars/rehearsal.yaml', find, put });
const decision = '    level: district\n    authority: district/chairman';

describe('a mistake of sense', () => {
  it.each([
    [
      'a level that is not there',
      rules(decision, decision.replace('level: district', 'level: county')),
      'stages[3].level',
      'There is no "county": choose one of unit, district, city',
    ],
    [
      'levels out of order',
      rules('key: unit-review\n    level: unit', 'key: unit-review\n    level: city'),
      'stages[2].level',
      'Level "district" is below "city" of the stage before: order stages from low to high',
    ],
    [
      'an award that is not there',
      rules('award: dien-tap-city', 'award: medal'),
      'stages[4].award',
      'There is no "medal": choose one of dien-tap-district, dien-tap-city',
    ],
    [
      'an award of another level',
      rules('award: dien-tap-city', 'award: dien-tap-district'),
      'stages[4].award',
      '"dien-tap-district" is of level "district", not "city"',
    ],
    [
      'an award that nobody decides',
      rules('award: dien-tap-city', 'award: dien-tap-district'),
      'awards[1].key',
      'No stage decides "dien-tap-city": add a decision stage',
    ],
    [
      'an exclusion group that is not there',
      rules('    issuer: city/chairman', '    exclusionGroup: ntvt\n    issuer: city/chairman'),
      'awards[1].exclusionGroup',
      'There is no "ntvt"',
    ],
    ['k above n', rules('k: 2', 'k: 4'), 'stages[2].rule.k', 'There are 3 reviewers: write at most 3'],
    [
      'the same reviewer twice',
      rules('district/reviewer-2', 'district/reviewer-1'),
      'stages[2].reviewers[1]',
      '"district/reviewer-1" is used above: choose another',
    ],
    [
      'referring up from the top',
      rules('mayReferUp: false', 'mayReferUp: true'),
      'stages[4].mayReferUp',
      'There is no higher level to refer to: write false',
    ],
    [
      'levels that nobody can reach',
      rules('mayReferUp: true', 'mayReferUp: false'),
      'stages[3].mayReferUp',
      'The levels above would never get a case: write true or remove their stages',
    ],
    [
      'a first stage that is no intake',
      rules('  - kind: intake\n    key: intake\n    level: unit\n', '  - kind: publication\n    key: intake\n    level: unit\n'),
      'stages[0].requiredDocuments',
      'There is no field',
    ],
    [
      'a last stage that is no publication',
      rules('  - kind: publication\n    key: publication\n    level: city\n', ''),
      'stages[4].kind',
      'The last stage must be publication',
    ],
    [
      'an awarding level without a decision',
      rules(
        '{ key: unit, name: { vi: "Đơn vị", en: "Unit" }, awards: false }',
        '{ key: unit, name: { vi: "Đơn vị", en: "Unit" }, awards: true }',
      ),
      'levels[0].awards',
      'Level "unit" awards but has no decision stage: add one',
    ],
    [
      'a decision where nothing is awarded',
      rules('en: "City" }, awards: true', 'en: "City" }, awards: false'),
      'stages[4].level',
      'Level "city" awards nothing (awards: false)',
    ],
    [
      'reminders out of order',
      rules('remindAt: [0, 1]', 'remindAt: [1, 0]'),
      'stages[1].wait.remindAt[1]',
      'This must be greater than 1: list reminders in order',
    ],
    [
      'a reminder after the close',
      rules('remindAt: [0, 1]', 'remindAt: [0, 2]'),
      'stages[1].wait.remindAt[1]',
      'This reminds after the wait closes (closesAfter 1): remove it or close later',
    ],
    [
      'closing before escalating',
      rules('escalateAfter: 1', 'escalateAfter: 2'),
      'stages[1].wait.closesAfter',
      'This must be at least escalateAfter, 2',
    ],
    [
      'a fixed date on days of seconds',
      rules('{ mode: working-days, days: 2, countStartDay: false }', '{ mode: fixed-date, on: 2022-12-10 }'),
      'completion.wait.clock.on',
      'Calendar rehearsal has no civil dates: use working-days',
    ],
    [
      'a post that is not there',
      rules('authority: city/chairman', 'authority: city/mayor'),
      'stages[4].authority',
      'There is no post "city/mayor" in people.yaml: add it there',
    ],
    [
      'a unit without the post',
      rules('"@unit/head"', '"@unit/boss"'),
      'stages[1].reviewers[0]',
      'There is no post "don-vi-a/boss" in people.yaml: add it there',
    ],
    [
      'handing over to nobody',
      people('superior: city/vice-chairman, ', ''),
      'stages[4].timeout',
      'Post "city/chairman" has no superior in people.yaml: name one',
    ],
    [
      'a programme in another folder',
      rules('programme: dien-tap', 'programme: other'),
      'programme',
      'Write "dien-tap", the name of the folder',
    ],
    [
      'an end before the beginning',
      rules('validFrom: 2020-01-01', 'validFrom: 2020-01-01\nvalidTo: 2019-01-01'),
      'validTo',
      'This must not come before 2020-01-01',
    ],
    [
      'two people with one address',
      people('dt.can-bo-a@', 'DT.truong-a@'),
      'people[1].email',
      '"dt.truong-a@example.vn" is used above: choose another',
    ],
    ['a holder whom nobody knows', people('person: truong-a', 'person: truong-z'), 'posts[7].holders[0].person', 'There is no "truong-z"'],
    [
      'a post outside its unit',
      people('{ key: don-vi-a/head, unit: don-vi-a', '{ key: don-vi-a/head, unit: don-vi-b'),
      'posts[7].key',
      'This must begin with "don-vi-b/"',
    ],
    [
      'superiors in a circle',
      people('key: district/vice-chairman, unit: district, ', 'key: district/vice-chairman, unit: district, superior: district/chairman, '),
      'posts[2].superior',
      '"district/chairman" comes back to itself: mend it',
    ],
    ['a unit below itself', people('parent: city', 'parent: district'), 'units[1].parent', '"district" comes back to itself: mend it'],
    [
      'an office that closes before it opens',
      calendar('dayCloses: "18:00"', 'dayCloses: "05:00"'),
      'office.dayCloses',
      'This must come after opening at 06:00',
    ],
    ['a calendar under another name', calendar('id: rehearsal', 'id: other'), 'id', 'Write "rehearsal", the name of the file'],
    [
      'a week without work',
      calendar('weekend: []', 'weekend: [1, 2, 3, 4, 5, 6, 7]'),
      'weekend',
      'Leave at least one working day in the week',
    ],
    [
      'holidays outside the covered years',
      calendar('covered: all\n', 'covered: { from: 2020, to: 2021 }\nprovisionalYears: [2022]\n'),
      'provisionalYears[0]',
      'This lies outside 2020-2021: mend it or "covered"',
    ],
  ])('is told where it is and how to mend it: %s', async (_, edit, field, expected) => {
    const found = (await problemsAfter(edit)).filter((problem) => problem.field === field).map(({ message }) => message.en);
    expect(found.some((message) => message.startsWith(expected))).toBe(true);
  });

  it('is a calendar that does not reach the years of the rules', async () => {
    const civil = calendar('{ kind: fixed, dayMs: 4000 }', '{ kind: civil, zone: Asia/Ho_Chi_Minh }');
    const found = await problemsAfter(civil, calendar('covered: all', 'covered: { from: 2021, to: 2022 }'));
    expect(found.map(({ field, message }) => [field, message.en])).toEqual([
      ['validFrom', 'Calendar rehearsal covers 2021-2022 only: add the holidays of the missing year'],
    ]);
  });

  it('is a swap day that is worked anyway', async () => {
    const civil = calendar('{ kind: fixed, dayMs: 4000 }', '{ kind: civil, zone: Asia/Ho_Chi_Minh }');
    const swap = calendar('swapDays: []', 'swapDays: [{ on: 2022-08-31, name: { vi: a, en: a }, source: a }]');
    expect((await problemsAfter(civil, swap)).map(({ field }) => field)).toEqual(['swapDays[0].on']);
  });
});
