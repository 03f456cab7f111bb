import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { prepareStack, waitFor, type Stack } from '../stack/index.ts';
import { Operator, QUICK, type ResultSeen } from './operator.ts';

interface Posted {
  readonly status: string;
  readonly class: string;
  readonly count: number;
}

/** A receiver of alerts that is away for its first call. */
async function receiver(posted: Posted[]): Promise<{ readonly server: Server; readonly url: string }> {
  let calls = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      calls += 1;
      if (calls > 1) posted.push(JSON.parse(Buffer.concat(chunks).toString()) as Posted);
      response.writeHead(calls > 1 ? 204 : 503).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/alerts` };
}

describe('watching, and mending many', () => {
  const posted: Posted[] = [];
  let alerts: Server;
  let stack: Stack;
  let operator: Operator;

  beforeAll(async () => {
    const { server, url } = await receiver(posted);
    alerts = server;
    const settings = { ...QUICK, ALERT_MAIL_TO: 'truc.ban@example.vn', ALERT_WEBHOOK_URL: url, CANARY_EVERY_SECONDS: '2' };
    stack = await prepareStack({ settings });
    stack.startWorkers();
    await stack.startApi();
    operator = await Operator.at(stack);
  }, 180_000);

  afterAll(async () => {
    await stack.close();
    await new Promise((resolve) => alerts.close(resolve));
  }, 60_000);

  it('sends a canary through the whole path, again and again, and keeps it out of lists', async () => {
    await waitFor('two canaries at their end', 60_000, async () => (await stack.view.count('canary_run WHERE ended_at IS NOT NULL')) >= 2);
    const [run] = await stack.view.rows<Record<string, Date | null>>(
      'SELECT mailed_at, decided_at, failure FROM canary_run WHERE ended_at IS NOT NULL LIMIT 1',
    );
    expect(run).toMatchObject({ mailed_at: expect.any(Date), decided_at: expect.any(Date), failure: null });
    expect(await stack.view.count('award_record')).toBe(0);
    expect(await stack.view.count('duplicate_flag')).toBe(0);
    expect((await operator.ask('/v1/nominees')).json).toMatchObject({ items: [] });
    expect((await operator.ask('/v1/nominations')).json).toMatchObject({ items: [] });
    expect((await operator.ask('/v1/operations/health')).json).toMatchObject({
      status: 'ok',
      parts: { database: 'ok', temporal: 'ok', workers: 'ok', mail: 'ok' },
      workers: [{ loops: expect.arrayContaining([expect.objectContaining({ loop: 'classifier', turns: true })]) }],
      taskQueue: { backlog: expect.any(Number) },
      flow: { deadEvents: { count: 0 } },
      canary: { failure: null },
      classifier: { listCalls: 1 },
    });
  }, 90_000);

  it('previews a remedy for many, does each once under its key, and tells the result of each', async () => {
    const units = Array.from({ length: 9 }, (_, index) => `phuong-0${String(index + 1)}`);
    const ids = (await Promise.all([...units, ...units, ...units].map((unit) => stack.submit(1, { unit })))).flat();
    for (const id of ids) await stack.view.waitForTask(id);
    const past = String(Date.now() - 60_000);
    await stack.view.rows(`UPDATE nomination SET wait = jsonb_set(wait, '{plan,reminders,0,at}', '${past}') WHERE id = ANY($1)`, [ids]);
    const group = await waitFor('one group of all', 60_000, async () => {
      const seen = await operator.groupOf('TIMER_LATE', ids[0] ?? '');
      return seen?.count === ids.length ? seen : null;
    });
    const order = { remedy: 'retry-now', target: { groupKey: group.groupKey } } as const;
    const preview = await operator.remedy({ ...order, dryRun: true });
    expect(preview).toMatchObject({ jobId: null, total: ids.length });
    expect(preview.items.map(({ status }) => status)).toEqual(ids.map(() => 'would-do'));
    const begun = await operator.remedy(order, 'mot-lan');
    const job = await waitFor('the job to end', 60_000, async () => {
      const { json } = await operator.ask(`/v1/operations/jobs/${String(begun.jobId)}`);
      const seen = json as unknown as ResultSeen;
      return seen.finishedAt === null ? null : seen;
    });
    expect(new Set(job.items.map(({ nominationId }) => nominationId))).toEqual(new Set(ids));
    expect(job.items.every(({ status }) => status === 'done')).toBe(true);
    expect((await operator.remedy(order, 'mot-lan')).jobId).toBe(begun.jobId);
    await operator.seesNoMore('TIMER_LATE');
    expect(await stack.view.count(`operator_log WHERE remedy = 'retry-now'`)).toBe(ids.length);
    await waitFor(
      'the reminders',
      30_000,
      async () =>
        (await stack.view.count(
          `mail_ledger WHERE kind = 'reminder' AND nomination_id IN (SELECT id FROM nomination WHERE programme <> 'kiem-tra-he-thong')`,
        )) === ids.length,
    );
  }, 150_000);

  it('does once what a worker left half done: the deed stands, the item is worked on again', async () => {
    const [id = ''] = await stack.submit(1, { unit: 'phuong-01' });
    await stack.view.waitForTask(id);
    const orders = [
      { remedy: 'extend-deadline', workingDays: 2 },
      { remedy: 'substitute', to: 'truong.phuong-02@example.vn' },
      { remedy: 'resend-mail' },
    ] as const;
    for (const order of orders) {
      // A mail that is just being sent cannot be sent again.
      await stack.view.waitForMails();
      const { jobId, items } = await operator.remedy({ ...order, target: { nominationId: id } });
      expect(items).toMatchObject([{ status: 'done' }]);
      await stack.view.rows(`UPDATE operator_job SET finished_at = NULL WHERE id = $1`, [jobId]);
      await stack.view.rows(`UPDATE operator_job_item SET state = 'pending', results = NULL, done_at = NULL WHERE job_id = $1`, [jobId]);
      await waitFor('it to be worked on again', 30_000, () =>
        stack.view.count(`operator_job WHERE id = '${String(jobId)}' AND finished_at IS NOT NULL`),
      );
    }
    expect(await stack.view.count(`act WHERE nomination_id = '${id}' AND kind IN ('extend', 'reassign')`)).toBe(2);
    expect(await stack.view.count(`operator_log WHERE nomination_id = '${id}'`)).toBe(orders.length);
    const told = stack.view.count(
      `mail_ledger WHERE nomination_id = '${id}' AND kind = 'notice' AND content ->> 'deadlineSequence' IS NOT NULL`,
    );
    expect(await told).toBe(1);
    expect(await stack.view.count(`substitution WHERE programme = 'nam-tu-liem-ntvt'`)).toBe(1);
  }, 90_000);

  it('tells of an incident once, by mail and by webhook, also to a receiver that was away, and of its end once', async () => {
    const open = posted.filter(({ class: of, status }) => of === 'TIMER_LATE' && status === 'firing');
    await waitFor('the all-clear', 90_000, () =>
      Promise.resolve(posted.some(({ class: of, status }) => of === 'TIMER_LATE' && status === 'resolved')),
    );
    expect(posted.filter(({ class: of }) => of === 'TIMER_LATE').map(({ status }) => status)).toEqual(['firing', 'resolved']);
    expect(open.length).toBeLessThanOrEqual(1);
    const mails = await waitFor('both mails', 30_000, async () => {
      const to = (await stack.sink.to('truc.ban@example.vn')).filter(({ text }) => text.includes('TIMER_LATE'));
      return to.length >= 2 ? to : null;
    });
    expect(await stack.view.count(`incident WHERE class = 'TIMER_LATE'`)).toBe(1);
    expect(mails).toHaveLength(2);
  }, 150_000);

  it('is scraped as OpenMetrics', async () => {
    const { status, text } = await stack.http.ask('/metrics');
    expect(status).toBe(200);
    expect(text).toMatch(/laurel_part_up\{part="temporal"\} 1/);
    expect(text).toMatch(/laurel_canary_failed 0/);
    expect(text.trimEnd().endsWith('# EOF')).toBe(true);
  });
});
