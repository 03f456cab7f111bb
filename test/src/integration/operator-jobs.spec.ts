import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobRepository } from '@laurel/db';
import { prepareStack, type Stack } from '../stack/index.ts';

const ITEMS = 8;
const JOBS = 20;

describe('a remedy for many', () => {
  let stack: Stack;
  let jobs: JobRepository;

  beforeAll(async () => {
    stack = await prepareStack({ workers: 0 });
    jobs = new JobRepository(stack.database);
  }, 60_000);

  afterAll(async () => {
    await stack.close();
  });

  async function settledAtOnce(number: number): Promise<number | null> {
    const targets = Array.from({ length: ITEMS }, (_, position) => ({ nominationId: `n-${String(position)}`, eventId: null }));
    const written = await jobs.write({ keyId: 'key', idempotencyKey: `job-${String(number)}`, hash: 'hash', request: {}, targets });
    if (written === 'other-request') throw new Error('Another job has this key');
    const items = await jobs.claim(ITEMS, 45, written.id);
    expect(items).toHaveLength(ITEMS);
    await Promise.all(items.map((item) => jobs.settle(item, [{ position: item.position }])));
    const view = await jobs.view(written.id);
    expect(view).toMatchObject({ total: ITEMS, done: ITEMS });
    return view?.finishedAt ?? null;
  }

  it('ends with its last item, also when several are settled in the same moment', async () => {
    for (let number = 0; number < JOBS; number++) expect(await settledAtOnce(number)).not.toBeNull();
  }, 60_000);
});
