import { expect, it } from '@jest/globals';
import { allKinds, type Change } from '../all-kinds.fixture.ts';
import { explain } from './explain.ts';

async function factsOf(language: 'vi' | 'en', change: Change): Promise<ReadonlyMap<string, string>> {
  const { rules, people } = await allKinds(change);
  return new Map(explain(rules, people).sections.flatMap(({ facts }) => facts.map(({ id, value }) => [id, value[language]] as const)));
}

it('says of which awards a cap is a share', async () => {
  const share = { find: 'max: 10', put: 'percent: 15, of: fighter' };
  expect((await factsOf('vi', share)).get('awards/citizen/cap')).toBe(
    'cả chương trình nhiều nhất 15 % số "Chiến sĩ thi đua" được tặng trong cùng năm, làm tròn xuống; đủ rồi thì chờ đến khi còn chỗ',
  );
  const ofUnit = {
    find: 'cap: { scope: unit, period: campaign, max: 3 }',
    put: 'cap: { scope: unit, period: campaign, percent: 5, of: citizen, whenFull: refuse }',
  };
  expect((await factsOf('en', ofUnit)).get('awards/commendation/cap')).toBe(
    'at most 5% of the "Excellent citizen" given in the same campaign, rounded down, for each unit; what is filed after that is refused',
  );
});
