import { describe, expect, it } from '@jest/globals';
import { Database } from '@laurel/db';
import { outcomeOf } from './outcome.ts';

/** Nothing listens at port 1 of this machine. */
const askNobody = async (host: string): Promise<never> => {
  const database = new Database(`postgresql://nobody@${host}:1/laurel`, 1);
  try {
    await database.pool.query('SELECT 1');
  } finally {
    await database.close();
  }
  throw new Error('Somebody answered');
};

describe('a command whose database is away', () => {
  it.each(['127.0.0.1', 'localhost'])('says so and the cure, without a stack, for %s', async (host) => {
    const { errors, exitCode, output } = await outcomeOf('', [], () => askNobody(host));
    expect([exitCode, output]).toEqual([2, '']);
    expect(errors).toMatch(/:1: (chạy|run) npm start/);
    expect(errors.trim()).not.toContain('\n');
  });

  it('hides no other failure', async () => {
    await expect(outcomeOf('', [], () => Promise.reject(new Error('something else')))).rejects.toThrow('something else');
  });
});
