import { describe, expect, it } from '@jest/globals';
import { digests } from './digest.loop.ts';

const at = (time: string): number => Date.parse(`2026-09-01T${time}:00+07:00`);

async function turnAt(
  time: string,
  planned = 0,
): Promise<{ readonly days: readonly string[]; readonly told: number; readonly found: number }> {
  const days: string[] = [];
  let told = 0;
  const plan = (day: string): Promise<number> => {
    days.push(day);
    return Promise.resolve(planned);
  };
  const found = await digests(
    { plan },
    () => (told += 1),
    () => at(time),
  )();
  return { days, told, found };
}

describe('the digests of a day', () => {
  it('are planned in the morning of Việt Nam and at no other time', async () => {
    expect((await turnAt('06:59')).days).toEqual([]);
    expect((await turnAt('07:00')).days).toEqual(['2026-09-01']);
    expect((await turnAt('10:59')).days).toEqual(['2026-09-01']);
    expect((await turnAt('11:00')).days).toEqual([]);
  });

  it('wake the mail relay only when there are new ones', async () => {
    expect(await turnAt('08:00')).toMatchObject({ told: 0, found: 0 });
    expect(await turnAt('08:00', 3)).toMatchObject({ told: 1, found: 3 });
  });
});
