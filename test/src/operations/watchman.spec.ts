import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { prepareStack, waitFor, type Stack } from '../stack/index.ts';
import { QUICK } from './operator.ts';

const OPERATOR = 'truc.ban@example.vn';

/** Collects what is posted, `class status`. */
async function receiver(posted: string[]): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const told = JSON.parse(Buffer.concat(chunks).toString()) as { readonly class: string; readonly status: string };
      posted.push(`${told.class} ${told.status}`);
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/alerts` };
}

describe('when every worker is dead', () => {
  const posted: string[] = [];
  let alerts: Server;
  let stack: Stack;

  beforeAll(async () => {
    const { server, url } = await receiver(posted);
    alerts = server;
    stack = await prepareStack({ workers: 2, settings: { ...QUICK, ALERT_MAIL_TO: OPERATOR, ALERT_WEBHOOK_URL: url } });
    await stack.startApi();
    stack.startWorkers();
    await waitFor('both workers to turn', 60_000, async () => (await turning()) === 2);
  }, 180_000);

  afterAll(async () => {
    await stack.close();
    await new Promise((resolve) => alerts.close(resolve));
  }, 60_000);

  const turning = (): Promise<number> =>
    stack.view.count(`(SELECT DISTINCT worker FROM loop_pulse WHERE loop = 'classifier' OR loop = 'alerts') w`);
  const mailed = async (): Promise<readonly string[]> => (await stack.sink.to(OPERATOR)).map(({ text }) => text);

  it('the API tells operators by mail and by webhook, once, and no other mail leaves without a worker', async () => {
    const [id = ''] = await stack.submit(1);
    await stack.view.waitForTask(id);
    await Promise.all(stack.workers.map((worker) => worker.kill()));
    await stack.view.rows(`UPDATE loop_pulse SET turned_at = turned_at - interval '40 seconds'`);
    await stack.view.rows(
      `UPDATE mail_ledger SET state = 'planned', send_after = now() WHERE nomination_id = '${id}' AND kind = 'assignment'`,
    );
    await waitFor('the mail', 60_000, async () => (await mailed()).length > 0);
    await waitFor('the posting', 30_000, () => Promise.resolve(posted.length > 0));
    expect(posted).toEqual(['NO_WORKER firing']);
    expect(await stack.view.count(`mail_ledger WHERE nomination_id = '${id}' AND kind = 'assignment' AND state <> 'planned'`)).toBe(0);
    // Two more turns of the watchman pass while nothing is told again.
    const seen = await seenAt();
    await waitFor('two more looks', 60_000, async () => (await seenAt()) > seen + 9_000);
    expect(posted).toEqual(['NO_WORKER firing']);
    expect(await mailed()).toHaveLength(1);
  }, 150_000);

  it('a worker that is back gives the all-clear, once', async () => {
    stack.startWorkers();
    await waitFor('the workers to turn', 60_000, () => stack.view.count(`loop_pulse WHERE turned_at > now() - interval '5 seconds'`));
    await stack.view.rows(`UPDATE incident SET seen_at = seen_at - interval '45 seconds'`);
    // Until the classifier sees the new workers poll, it tells of the same incident again: 45 seconds count from then.
    await waitFor('the all-clear', 150_000, async () => posted.length > 1 && (await mailed()).length > 1);
    expect(posted).toEqual(['NO_WORKER firing', 'NO_WORKER resolved']);
    expect(await mailed()).toHaveLength(2);
  }, 240_000);

  async function seenAt(): Promise<number> {
    const [row] = await stack.view.rows<{ at: Date }>('SELECT max(seen_at) AS at FROM incident');
    return row?.at.getTime() ?? 0;
  }
});
