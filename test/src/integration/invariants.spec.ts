import { AccessRepository } from '@laurel/db';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Child, SECRET, startStack, waitFor, type Stack } from '../stack/index.ts';

interface Damage {
  readonly title: string;
  readonly finds: string;
  readonly harm: string;
  readonly mend: string;
}

const OPEN = `(SELECT id FROM nomination WHERE ended_at IS NULL ORDER BY id LIMIT 1)`;
const ENDED = `(SELECT id FROM nomination WHERE state = 'CONFERRED' ORDER BY id LIMIT 1)`;

const DAMAGES: readonly Damage[] = [
  {
    title: 'a second final decision line',
    finds: 'I1',
    harm: `INSERT INTO decision_line SELECT nomination_id, 'city', decision_id, outcome, award, act_id, signed_on, recorded_at FROM decision_line LIMIT 1`,
    mend: `DELETE FROM decision_line WHERE level = 'city'`,
  },
  {
    title: 'an end that the workflow did not have',
    finds: 'I1',
    harm: `UPDATE nomination SET state = 'LAPSED' WHERE id = ${ENDED}`,
    mend: `UPDATE nomination SET state = 'CONFERRED' WHERE state = 'LAPSED'`,
  },
  {
    title: 'a decision that is gone from the tables',
    finds: 'I2',
    harm: `UPDATE act SET state = 'refused', refusal = 'lost' WHERE kind = 'decide' AND state = 'recorded'`,
    mend: `UPDATE act SET state = 'recorded', refusal = NULL WHERE refusal = 'lost'`,
  },
  {
    title: 'a mail that no server has',
    finds: 'I3',
    harm: `UPDATE mail_ledger SET message_id = message_id || 'x' WHERE kind = 'result'`,
    mend: `UPDATE mail_ledger SET message_id = rtrim(message_id, 'x') WHERE kind = 'result'`,
  },
  {
    title: 'a mail that nobody sends',
    finds: 'I3',
    harm: `UPDATE mail_ledger SET state = 'planned', send_after = now() - interval '1 hour' WHERE kind = 'result'`,
    mend: `SELECT 1`,
  },
  {
    title: 'an open nomination that waits for nobody',
    finds: 'I4',
    harm: `UPDATE task SET state = 'lost' WHERE state = 'open'; UPDATE nomination SET updated_at = updated_at - interval '1 hour'`,
    mend: `UPDATE task SET state = 'open' WHERE state = 'lost'`,
  },
  {
    title: 'a decision by somebody who was not asked',
    finds: 'I5',
    harm: `UPDATE act SET actor = 'stranger-' || actor WHERE kind = 'decide'`,
    mend: `UPDATE act SET actor = substr(actor, 10) WHERE actor LIKE 'stranger-%'`,
  },
  {
    title: 'a decision after the closing',
    finds: 'I5',
    harm: `UPDATE task SET closes_at = closes_at - interval '10 years' WHERE state = 'decided'`,
    mend: `UPDATE task SET closes_at = closes_at + interval '10 years' WHERE state = 'decided'`,
  },
  {
    title: 'an audit entry that was edited',
    finds: 'I6',
    harm: `ALTER TABLE audit_event DISABLE TRIGGER ALL; UPDATE audit_event SET actor = 'x' || actor WHERE seq = 1 AND nomination_id <> 'access'; ALTER TABLE audit_event ENABLE TRIGGER ALL`,
    mend: `ALTER TABLE audit_event DISABLE TRIGGER ALL; UPDATE audit_event SET actor = substr(actor, 2) WHERE seq = 1 AND nomination_id <> 'access'; ALTER TABLE audit_event ENABLE TRIGGER ALL`,
  },
  {
    title: 'an audit entry of who may do what that was edited',
    finds: 'I6',
    harm: `ALTER TABLE audit_event DISABLE TRIGGER ALL; UPDATE audit_event SET actor = 'x' || actor WHERE nomination_id = 'access'; ALTER TABLE audit_event ENABLE TRIGGER ALL`,
    mend: `ALTER TABLE audit_event DISABLE TRIGGER ALL; UPDATE audit_event SET actor = substr(actor, 2) WHERE nomination_id = 'access'; ALTER TABLE audit_event ENABLE TRIGGER ALL`,
  },
  {
    title: 'a projection that differs from its workflow',
    finds: 'I8',
    harm: `UPDATE nomination SET level = 'nowhere-' || level WHERE id = ${OPEN}`,
    mend: `UPDATE nomination SET level = substr(level, 9) WHERE level LIKE 'nowhere-%'`,
  },
  {
    title: 'an accepted event that is gone',
    finds: 'I9',
    harm: `UPDATE inbox_event SET event_id = 'x' || event_id WHERE nomination_id = ${OPEN}`,
    mend: `UPDATE inbox_event SET event_id = substr(event_id, 2) WHERE event_id LIKE 'x%'`,
  },
];

/** The first encrypts, both decrypt. */
const KEYS = ['moi', 'cu'].map((id) => `${id}:${Buffer.from(id.repeat(32).slice(0, 32)).toString('base64')}`).join(',');

describe('the invariant checker', () => {
  let stack: Stack;
  let first: string;

  beforeAll(async () => {
    stack = await startStack({ settings: { PAYLOAD_KEYS: KEYS } });
    [first = ''] = await stack.submit(3);
    const granted = { email: 'thanh.tra@example.test', programme: null, personId: null, role: 'auditor', unit: null } as const;
    await new AccessRepository(stack.database).grant({ ...granted, from: Date.now(), to: null, by: 'spec', reason: null });
    for (const level of ['grassroots', 'district'])
      expect(await stack.decide(await stack.view.waitForTask(first, level), 'approve')).toMatchObject({ recorded: true });
    await stack.view.waitForState(first, 'CONFERRED');
    await waitFor('all to be open', 40_000, async () => (await stack.view.count(`task WHERE state = 'open'`)) === 2);
    await stack.view.waitForMails();
  }, 90_000);

  afterAll(async () => {
    await stack.close();
  }, 30_000);

  it('finds nothing where nothing is broken', async () => {
    expect(await stack.verify({ settleMs: 300 })).toEqual([]);
  }, 30_000);

  it('replays and compares histories in which nothing can be read', async () => {
    const trail = await stack.inspector.trail(first);
    const [begun] = trail?.histories[0]?.history.events ?? [];
    const [input] = begun?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
    expect(Buffer.from(input?.metadata?.['encoding'] ?? []).toString()).toBe('binary/encrypted');
    expect(Buffer.from(input?.data ?? []).toString()).not.toContain(first);
  });

  it.each(DAMAGES)(
    'finds $title ($finds)',
    async ({ finds, harm, mend }) => {
      const isMail = harm.includes(`state = 'planned'`);
      if (isMail) await stack.worker.stop();
      for (const statement of harm.split(';')) await stack.view.rows(statement);
      try {
        expect(
          (await stack.verify({ settleMs: 300, replaySample: 0, standingSample: isMail ? 0 : 5 })).map((line) => line.slice(0, 2)),
        ).toContain(finds);
      } finally {
        for (const statement of mend.split(';')) await stack.view.rows(statement);
        if (isMail) stack.worker.start();
      }
      if (isMail) await stack.view.waitForMails();
    },
    30_000,
  );

  it('finds histories that the present code cannot replay (I7)', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'laurel-changed-'));
    const workflowBundle = join(folder, 'changed.js');
    try {
      const workflowsPath = fileURLToPath(new URL('../replay/changed-workflow.fixture.js', import.meta.url));
      await writeFile(workflowBundle, (await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') })).code);
      // Those who wait since their start have taken no step yet that could not be replayed.
      expect(await stack.verify({ settleMs: 300, workflowBundle })).toEqual([expect.stringContaining(`I7 nomination:${first}`)]);
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 60_000);

  it('says the same as a command, in JSON, with an exit code', async () => {
    const verify = async (): Promise<{ readonly code: number | null; readonly violations: unknown; readonly papers: unknown }> => {
      const child = new Child('apps/worker/dist/cli/verify.js', stack.servers.environment(SECRET));
      child.start({}, ['--json', '--replay', '2']);
      const code = await child.ended();
      const { violations, papers } = JSON.parse(child.output) as { violations: unknown; papers: unknown };
      return { code, violations, papers };
    };
    const number = `UPDATE decision SET number = $1, number_scope = $2 WHERE id IN (SELECT decision_id FROM decision_line WHERE nomination_id = ${ENDED})`;
    await stack.view.rows(number, ['7/QĐ-UBND', 'year 2022|7/QĐ-UBND']);
    const other = `INSERT INTO decision (id, programme, issuer, number, number_scope, signed_on, signer_id, recorded_at)
       SELECT 'khac', programme, issuer, '9/QĐ-UBND', 'year 2022|9/QĐ-UBND', signed_on, signer_id, recorded_at FROM decision LIMIT 1`;
    await stack.view.rows(other);
    const series = { issuer: 'district/chairman', span: 'year 2022', pattern: '{n}/QĐ-UBND', count: 2, first: 7, last: 9, gaps: [[8, 8]] };
    expect(await verify()).toMatchObject({ code: 0, violations: 0, papers: { numbered: [series], unnumbered: [] } });
    await stack.view.rows(`DELETE FROM decision WHERE id = 'khac'`);
    await stack.view.rows(number, [null, null]);
    await stack.view.rows(`UPDATE nomination SET audit_hash = 'x' || audit_hash WHERE id = ${ENDED}`);
    expect(await verify()).toMatchObject({ code: 1, violations: 1, papers: { unnumbered: [{ issuer: 'district/chairman', count: 1 }] } });
    await stack.view.rows(`UPDATE nomination SET audit_hash = substr(audit_hash, 2) WHERE id = ${ENDED}`);
  }, 60_000);
});
