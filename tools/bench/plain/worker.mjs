// The plain side's worker process: default options, but for the size of the cache, which is the same on both sides.
import { fileURLToPath } from 'node:url';
import { NativeConnection, Worker } from '@temporalio/worker';
import { plainActivities } from './activities.mjs';

const { PLAIN_DATABASE_URL, PLAIN_SMTP_PORT, TEMPORAL_ADDRESS, PLAIN_CACHED_WORKFLOWS } = process.env;

const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: TEMPORAL_ADDRESS }),
  taskQueue: 'plain',
  workflowsPath: fileURLToPath(new URL('./workflows.mjs', import.meta.url)),
  activities: plainActivities({ databaseUrl: PLAIN_DATABASE_URL, smtpPort: Number(PLAIN_SMTP_PORT) }),
  maxCachedWorkflows: Number(PLAIN_CACHED_WORKFLOWS),
});
await worker.run();
process.exit(0);
