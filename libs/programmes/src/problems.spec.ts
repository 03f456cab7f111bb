import { describe, expect, it } from '@jest/globals';
import { problemsAfter, type Edit } from './programme-folder.fixture.ts';
import { describeProblem } from './problems.ts';

const rules = (find: string, put: string): Edit => ({ file: 'dien-tap/programme.yaml', find, put });
const people = (find: string, put: string): Edit => ({ file: 'dien-tap/people.yaml', find, put });
const calendar = (find: string, put: string): Edit => ({ file: 'calendars/rehearsal.yaml', find, put });

describe('a definition without mistakes', () => {
  it('has no problems', async () => {
    expect(await problemsAfter()).toEqual([]);
  });
});

describe('a mistake of shape', () => {
  it('is told by file, line, column, field and cure, in both languages', async () => {
    const [problem, ...others] = await problemsAfter(rules('awards: false }', 'awards: no-one }'));
    expect(others).toEqual([]);
    expect(problem).toEqual({
      file: 'dien-tap/programme.yaml',
      line: 12,
      column: 54,
      field: 'levels[0].awards',
      message: { vi: 'Hãy viết true hoặc false', en: 'Write true or false' },
    });
    if (problem)
      expect(describeProblem(problem)).toBe(
        'dien-tap/programme.yaml:12:54 levels[0].awards: Hãy viết true hoặc false / Write true or false',
      );
  });

  it('does not hide the other mistakes', async () => {
    const problems = await problemsAfter(
      rules('version: "1"', 'version: 1'),
      rules('validFrom: 2020-01-01', 'validFrom: 2020-02-30'),
      rules('kind: lapse', 'kind: laps'),
      rules('maxReturns: 1', 'maxReturns: 1\n  maxReturn: 2'),
      people('language: en', 'language: fr'),
      people('dt.truong-a@example.vn', 'truong-a'),
      calendar('"12:00"', '"25:00"'),
    );
    expect(problems.map(({ file, field, message }) => `${file} ${field}: ${message.en}`)).toEqual([
      'dien-tap/people.yaml people[0].email: Write an e-mail address, such as officer@example.vn',
      'dien-tap/people.yaml people[6].language: Choose one of: vi, en',
      'dien-tap/programme.yaml version: Write text (numbers and versions in quotes)',
      'dien-tap/programme.yaml validFrom: Write a real date as YEAR-MONTH-DAY, such as 2022-09-30',
      'dien-tap/programme.yaml completion.maxReturn: There is no field "maxReturn": remove it or mend its name',
      'dien-tap/programme.yaml stages[2].timeout.kind: Choose one of: lapse, hand-over, escalate-again',
    ]);
  });

  it.each([
    ['a missing field', rules('calendar: rehearsal\n', ''), 'calendar: "calendar" is missing: add it'],
    ['a missing choice', rules('kind: k-of-n, ', ''), 'stages[2].rule.kind: "kind" is missing: add it'],
    [
      'an empty list',
      rules('recipientKinds: [individual, collective, household]', 'recipientKinds: []'),
      'awards[0].recipientKinds: The list needs at least 1 item(s)',
    ],
    ['an empty text', rules('"Diễn tập"', '""'), 'name.vi: This must not be empty: write something'],
    ['half a day', rules('days: 2', 'days: 1.5'), 'completion.wait.clock.days: Write a whole number'],
    ['no day', rules('days: 2', 'days: 0'), 'completion.wait.clock.days: Write a number of at least 1'],
    ['too many returns', rules('maxReturns: 1', 'maxReturns: 11'), 'completion.maxReturns: Write a number of at most 10'],
    [
      'a key with accents',
      rules('key: dien-tap-city', 'key: diễn-tập'),
      'awards[1].key: Use small letters without accents, digits and hyphens, such as phuong-01',
    ],
    [
      'a person instead of a post',
      rules('[district/reviewer-1,', '[dt.uy-vien-1@example.vn,'),
      'stages[2].reviewers[0]: Write a post as unit/post, such as district/chairman or @unit/head',
    ],
    ['a list instead of a group', rules('name: { vi: "Diễn tập", en: "Rehearsal" }', 'name: []'), 'name: Write a group of fields'],
    [
      'an unknown zone',
      calendar('{ kind: fixed, dayMs: 4000 }', '{ kind: civil, zone: Asia/Ha_Noi }'),
      'days.zone: There is no such time zone; write one such as Asia/Ho_Chi_Minh',
    ],
    ['a wrong covered', calendar('covered: all', 'covered: { from: "2022", to: 2027 }'), 'covered.from: Write a number'],
  ])('names the field and the cure: %s', async (_, edit, expected) => {
    const found = (await problemsAfter(edit)).map(({ field, message }) => `${field}: ${message.en}`);
    expect(found.some((line) => line.startsWith(expected))).toBe(true);
  });

  it('of YAML itself is told with its line', async () => {
    const problems = await problemsAfter(rules('levels:\n', 'levels: [\n'));
    expect(problems[0]?.file).toBe('dien-tap/programme.yaml');
    expect(problems[0]?.message.en).toContain('This line is not valid YAML, mend it');
  });

  it('is a missing calendar too', async () => {
    const problems = await problemsAfter(rules('calendar: rehearsal', 'calendar: mars'));
    expect(problems.map(({ field, line, message }) => [field, line, message.en])).toEqual([
      ['calendar', 9, 'There is no file calendars/mars.yaml: make it or name another calendar'],
    ]);
  });
});
