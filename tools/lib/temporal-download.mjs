// Lets the Temporal SDK download its development server into the folder given; run as a process so that it can be given up.
import { TestWorkflowEnvironment } from '@temporalio/testing';

const environment = await TestWorkflowEnvironment.createLocal({
  server: { executable: { type: 'cached-download', downloadDir: process.argv[2], ttl: '3650 days' } },
});
await environment.teardown();
process.exit(0);
