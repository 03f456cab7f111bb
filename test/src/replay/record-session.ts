// Records anew the histories of a council's session and of a nomination that went through one, on a stack of its own:
//   npm run workflows:bundle && LAUREL_TEST_TEMPORAL_BINARY=<server> node_modules/.bin/node test/dist/replay/record-session.js
// Like record-histories.ts: a history that fails to replay after a change is the news, not the fault.
import { writeFile } from 'node:fs/promises';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { CouncilStack, votesOn } from '../ballot/council.stack.ts';

const SEATS = [0, 1, 2];
const histories = new URL('../../src/replay/histories/', import.meta.url);

async function save(council: CouncilStack, workflowId: string, name: string): Promise<void> {
  const connection = await Connection.connect({ address: council.stack.servers.temporalAddress });
  try {
    const history = await new Client({ connection }).workflow.getHandle(workflowId).fetchHistory();
    await writeFile(new URL(`${name}.json`, histories), `${historyToJSON(history)}\n`);
    process.stdout.write(`${name}: ${String(history.events?.length)} events\n`);
  } finally {
    await connection.close();
  }
}

const council = await CouncilStack.start({ seats: SEATS.length }, { ownPostgres: true, ownTemporal: true });
try {
  await council.run();
  const ids = await council.propose(2);
  await council.waitUntilBefore(ids);
  const id = await council.convene(ids, { opensInMs: 4_000, openForMs: 20_000 });
  await council.attend(id, SEATS);
  await council.waitForState(id, 'open');
  for (const seat of SEATS) await council.asMember(id, seat, votesOn(ids, 'yes'));
  await council.waitForState(id, 'closed', 60_000);
  const [first = ''] = ids;
  const task = await council.stack.view.waitForTask(first);
  await council.stack.decide(task, 'approve');
  await council.stack.view.waitForState(first, 'CONFERRED');
  const adjourned = await council.propose(1);
  await council.waitUntilBefore(adjourned);
  const without = await council.convene(adjourned, { opensInMs: 2_000, openForMs: 20_000 });
  await council.waitForState(without, 'adjourned', 60_000);
  await save(council, `session:${id}`, 'council-session');
  await save(council, `session:${without}`, 'council-session-adjourned');
  await save(council, `nomination:${first}`, 'voted-in-session');
} finally {
  await council.close();
}
