import { PeopleRepository } from '@laurel/db';
import type { OperationsInspector, WorkflowRemedies } from '@laurel/temporal';
import { NativeConnection, Worker } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, waitFor, type Stack } from '../stack/index.ts';

const BUNDLE = join(ROOT, 'workflows', 'dist', 'workflow-bundle.js');
const PROGRAMME = 'nam-tu-liem-ntvt';

/** Runs `work` with the path of today's workflows that have a bug which no nomination survives; a worker has read them when it is up. */
export async function withBrokenBundle(work: (path: string) => Promise<void>): Promise<void> {
  const marker = /async function nominationWorkflow\(input\) \{/;
  const code = readFileSync(BUNDLE, 'utf8');
  if (!marker.test(code)) throw new Error('The bundle has no nominationWorkflow');
  const folder = await mkdtemp(join(tmpdir(), 'laurel-broken-'));
  try {
    const path = join(folder, 'workflow-bundle.js');
    await writeFile(
      path,
      code.replace(marker, (begin) => `${begin} throw new TypeError("standing is undefined");`),
    );
    await work(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Takes every post from its holder; the answer gives them back. */
export async function emptyPosts(stack: Stack): Promise<() => Promise<void>> {
  const taken = await stack.view.rows<{ post: string; person: string }>(
    'DELETE FROM post_holding WHERE programme = $1 RETURNING post, person_id AS person',
    [PROGRAMME],
  );
  const holders = [...taken];
  await stack.view.rows('UPDATE directory_version SET version = version + 1 WHERE programme = $1', [PROGRAMME]);
  const people = new PeopleRepository(stack.database);
  return async () => {
    for (const { post, person } of holders.splice(0)) await people.appoint(PROGRAMME, post, person, Date.now() - 1_000);
  };
}

/** Binds a workflow to a build that ran for a moment and runs no more; answers its name. */
export async function bindToGoneBuild(
  stack: Stack,
  server: OperationsInspector,
  engine: WorkflowRemedies,
  nominationId: string,
): Promise<string> {
  const version = { deploymentName: `laurel-${randomUUID()}`, buildId: 'old' };
  const name = `${version.deploymentName}:${version.buildId}`;
  const connection = await NativeConnection.connect({ address: stack.servers.temporalAddress });
  const worker = await Worker.create({
    connection,
    taskQueue: stack.servers.taskQueue,
    workflowBundle: { codePath: BUNDLE },
    workerDeploymentOptions: { version, useWorkerVersioning: true, defaultVersioningBehavior: 'AUTO_UPGRADE' },
  });
  await worker.runUntil(async () => {
    await waitFor('the old build', 30_000, async () => (await server.queue()).builds.includes(name));
    await waitFor(
      'the workflow to be bound',
      30_000,
      () => engine.bind(nominationId, version.deploymentName, version.buildId).then(() => true),
      500,
    );
  });
  await connection.close();
  return name;
}

/** Moves an instant of the wait behind its workflow's back: no server can be made to ring late at will. */
export async function moveWait(stack: Stack, nominationId: string, wait: string): Promise<void> {
  await stack.view.rows(`UPDATE nomination SET wait = ${wait} WHERE id = $1`, [nominationId]);
}

/** What pressing the button on the open task leaves behind: an act, told as the act relay tells it. */
export async function press(stack: Stack, nominationId: string): Promise<void> {
  const task = await stack.view.waitForTask(nominationId);
  const body = { kind: 'decide' as const, taskId: task.id, choice: 'approve' as const, number: null, signedOn: null };
  const act = await stack.acts.write({ nominationId, actor: task.personId, reason: null, body, origin: null });
  await stack.gateway.signalAct(nominationId, { actId: act.id, kind: 'decide' });
}
