import { describe, expect, it } from '@jest/globals';
import { onStack, signalled, type MailSeen, type Stack, type TaskSeen } from '../stack/index.ts';

const AGAIN_WITHIN_MS = 15_000;
const PROXIED = { proxyPostgres: true };

interface Killed {
  /** The mail as it stood at the kill, and as it came to stand. */
  readonly then: MailSeen;
  readonly now: MailSeen;
  readonly copies: number;
  /** From the restart until every mail was accepted. */
  readonly ms: number;
}

/** Submits one nomination and kills the worker at `moment`. */
async function killAt(stack: Stack, moment: Promise<unknown>): Promise<Killed> {
  const [id = ''] = await stack.submit(1);
  await moment;
  await stack.worker.kill();
  const [then] = await stack.view.mailsOf(id);
  stack.worker.start();
  const ms = await stack.view.waitForMails(2 * AGAIN_WITHIN_MS);
  const [now] = await stack.view.mailsOf(id);
  if (!then || !now) throw new Error('No mail was planned');
  const copies = (await stack.sink.delivered()).filter(({ headers }) => headers['message-id'] === now.messageId).length;
  expect(await stack.verify()).toEqual([]);
  return { then, now, copies, ms };
}

async function districtTask(stack: Stack): Promise<TaskSeen> {
  const [id = ''] = await stack.submit(1);
  const head = await stack.view.waitForTask(id, 'grassroots');
  expect(await stack.decide(head, 'approve')).toMatchObject({ recorded: true });
  return stack.view.waitForTask(id, 'district');
}

/** The authority approves and the worker dies around the transaction; answers how many decision lines that left. */
async function killAround(stack: Stack, task: TaskSeen, stop: 'before-request' | 'before-answer'): Promise<number> {
  const stands = stack.servers.postgresProxy.stopNext('commit-change', stop);
  const decided = stack.decide(task, 'approve');
  await stands;
  await stack.worker.kill();
  const lines = await stack.view.count('decision_line WHERE nomination_id = $1', [task.nominationId]);
  stack.worker.start();
  await decided;
  return lines;
}

describe('a worker killed at the worst moment', () => {
  it(
    'F01 sends one mail when it dies before the mail server has said a word, within 15 s of the restart',
    () =>
      onStack(PROXIED, async (stack) => {
        const connected = signalled();
        stack.sink.atNextConnection(() => {
          connected.resolve(undefined);
        });
        const { then, now, copies, ms } = await killAt(stack, connected.promise);
        expect([then.state, now.state, copies]).toEqual(['sending', 'accepted', 1]);
        expect(ms).toBeLessThan(AGAIN_WITHIN_MS);
      }),
    60_000,
  );

  it.concurrent(
    'F02 sends at most twice, with one Message-ID and a note for the administrator, when it dies before the answer is in the ledger',
    () =>
      onStack(PROXIED, async (stack) => {
        const { then, now, copies } = await killAt(stack, stack.servers.postgresProxy.stopNext('settle-mail', 'before-request'));
        expect(then.state).toBe('sending');
        expect(now).toMatchObject({ state: 'accepted', attempts: 2, lastError: expect.stringContaining('may have arrived') });
        expect(copies).toBe(2);
      }),
    90_000,
  );

  it.concurrent(
    'F02 does the same when it dies before the mail server has answered the final dot',
    () =>
      onStack(PROXIED, async (stack) => {
        const dotted = signalled();
        stack.sink.when({
          at: 'dot',
          then: { is: 'hang' },
          told: () => {
            dotted.resolve(undefined);
          },
        });
        const { then, now, copies } = await killAt(stack, dotted.promise);
        expect(then.state).toBe('sending');
        expect(now).toMatchObject({ state: 'accepted', attempts: 2 });
        expect(copies).toBe(2);
      }),
    90_000,
  );

  it.concurrent(
    'F03 sends once when it dies after the ledger was written and before it knows',
    () =>
      onStack(PROXIED, async (stack) => {
        const { then, now, copies } = await killAt(stack, stack.servers.postgresProxy.stopNext('settle-mail', 'before-answer'));
        expect(then.state).toBe('accepted');
        expect(now).toMatchObject({ state: 'accepted', attempts: 1 });
        expect(copies).toBe(1);
      }),
    90_000,
  );

  it.concurrent.each([
    { stop: 'before-request', left: 0, title: 'F04 decides once when it dies before the final decision is committed' },
    { stop: 'before-answer', left: 1, title: 'F04 decides once when it dies after the final decision is committed and before it knows' },
  ] as const)(
    '$title',
    ({ stop, left }) =>
      onStack(PROXIED, async (stack) => {
        const task = await districtTask(stack);
        expect(await killAround(stack, task, stop)).toBe(left);
        await stack.view.waitForState(task.nominationId, 'CONFERRED', 40_000);
        expect(await stack.view.count('decision_line WHERE nomination_id = $1', [task.nominationId])).toBe(1);
        expect(await stack.view.count('award_record WHERE nomination_id = $1', [task.nominationId])).toBe(1);
        await stack.view.waitForMails();
        expect(await stack.verify()).toEqual([]);
      }),
    90_000,
  );
});
