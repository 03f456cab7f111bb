import { describe, expect, it } from '@jest/globals';
import { shipped } from '../words/shipped.fixture.ts';
import { explain } from './explain.ts';
import { printExplanation } from './print.ts';

describe('the rules in words', () => {
  it.each(['nam-tu-liem-ntvt', 'cong-dan-thu-do-uu-tu', 'hai-ba-trung-thi-dua'])(
    'say a key of the file to whoever writes it and to nobody else: %s',
    async (name) => {
      const told = await shipped(name);
      const explanation = explain(told.rules, told.people);
      const printed = printExplanation(explanation, 'vi');
      const keyed = explanation.sections
        .flatMap((section) => [section, ...section.facts])
        .flatMap(({ key }) => (key === undefined ? [] : [key]));
      expect(keyed).toEqual(
        expect.arrayContaining([expect.stringMatching(/^intake$/), expect.stringMatching(/achievement-report/), 'false-papers']),
      );
      const read = JSON.stringify(explanation.sections.map(({ title, facts }) => [title, facts.map(({ label, value }) => [label, value])]));
      expect(keyed.filter((key) => !printed.includes(`(${key})`))).toEqual([]);
      expect(keyed.flatMap((key) => key.split(', ')).filter((key) => read.includes(`(${key})`))).toEqual([]);
    },
  );
});
