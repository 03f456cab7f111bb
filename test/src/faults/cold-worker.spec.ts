import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareStack, submittedEvent, waitFor, type EventWishes, type Stack, type TaskSeen } from '../stack/index.ts';

const WAITING = 2_000;
const AT_ONCE = 64;
const DECIDED = 200;
const RESIDENT_CAP_MB = 1_000;

/** People of all ages in ten wards: were they of one name, each would be compared with all others. */
const somebody = (number: number): EventWishes => ({
  unit: `phuong-${String(1 + (number % 10)).padStart(2, '0')}`,
  nominee: { fullName: `Người thứ ${String(number)}`, birthYear: 1940 + (number % 65) },
});

describe('a cold worker before many waiting nominations', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await prepareStack();
    stack.startWorkers();
  }, 60_000);

  afterAll(async () => {
    await stack.close();
  }, 60_000);

  async function submitAll(): Promise<void> {
    let left = WAITING;
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        while (left-- > 0) await stack.accept(submittedEvent(somebody(left)));
      }),
    );
  }

  const openTasks = (level: string, limit: number): Promise<readonly TaskSeen[]> =>
    stack.view.rows<TaskSeen>(
      `SELECT id, nomination_id AS "nominationId", person_id AS "personId", level FROM task WHERE state = 'open' AND level = $1 ORDER BY random() LIMIT $2`,
      [level, limit],
    );

  it(`F37 wakes ${String(DECIDED)} of ${String(WAITING)} after a kill, all of them answer, within ${String(RESIDENT_CAP_MB)} MB`, async () => {
    await submitAll();
    await waitFor('all to wait for a person', 600_000, async () => (await stack.view.count(`task WHERE state = 'open'`)) === WAITING, 500);
    await stack.worker.kill();
    stack.worker.start();
    const queue = [...(await openTasks('grassroots', DECIDED))];
    const outcomes: string[] = [];
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let task = queue.pop(); task; task = queue.pop()) {
          const confirmation = await stack.decide(task, 'approve');
          outcomes.push(confirmation === 'NOT_CONFIRMED' ? confirmation : confirmation.recorded ? 'recorded' : confirmation.refused);
        }
      }),
    );
    expect(outcomes.filter((outcome) => outcome !== 'recorded' && outcome !== 'NOT_CONFIRMED')).toEqual([]);
    await waitFor(
      'all the woken to move on',
      180_000,
      async () => (await stack.view.count(`task WHERE level = 'district'`)) === DECIDED,
      200,
    );
    await stack.view.waitForMails(180_000);
    // Every one of them answers where it stands, so every one of them is replayed on the cold worker.
    expect(await stack.verify({ replaySample: 50 })).toEqual([]);
    expect(stack.worker.isRunning).toBe(true);
    expect(stack.worker.residentMb).toBeLessThan(RESIDENT_CAP_MB);
  }, 900_000);
});
