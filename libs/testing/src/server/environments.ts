import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import { SEARCH_ATTRIBUTES } from '@laurel/contracts';
import type { TestServer } from './find-test-server.ts';

// temporal.api.enums.v1.IndexedValueType
const INDEXED_TYPES = { Keyword: 2, Datetime: 6 } as const;

/** Who a suite's clients and workers are: nothing of the machine gets into a history. */
export const IDENTITY = 'season';

export const TASK_QUEUE = 'season';

let quiet = false;

/** Only what is wrong is said, and signals are the test runner's. Before any connection. */
export function beQuiet(): void {
  if (quiet) return;
  quiet = true;
  const filter = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' });
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [], telemetryOptions: { logging: { filter } } });
}

// Loaded when needed: suites in process have no use for a client and its network.
async function environments(): Promise<typeof TestWorkflowEnvironment> {
  beQuiet();
  return (await import('@temporalio/testing')).TestWorkflowEnvironment;
}

/** The SDK gives the server five seconds, which a virtual machine of Java on a busy machine may need for itself. */
const STARTS = 5;

async function timeSkipping(executable: string): Promise<TestWorkflowEnvironment> {
  const environment = await environments();
  for (let left = STARTS - 1; ; left -= 1) {
    try {
      return await environment.createTimeSkipping({ server: { executable: { type: 'existing-path', path: executable } } });
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

/**
 * Starts the time-skipping server that {@link findTestServer} found, with our search attributes. Its clock jumps while
 * somebody awaits a workflow's result or `env.sleep`. It knows no visibility, and says of an update that a validator
 * refused only that it is not found: refusals are tried elsewhere. End it with `env.teardown()`.
 */
export async function startTimeSkipping(server: Extract<TestServer, { is: 'found' }>): Promise<TestWorkflowEnvironment> {
  const environment = await timeSkipping(server.executable);
  const searchAttributes = Object.fromEntries(Object.entries(SEARCH_ATTRIBUTES).map(([name, type]) => [name, INDEXED_TYPES[type]]));
  await environment.connection.operatorService.addSearchAttributes({ namespace: environment.namespace ?? 'default', searchAttributes });
  return environment;
}

/** The same view of a server that is already running and has our search attributes. */
export async function joinServer(address: string): Promise<TestWorkflowEnvironment> {
  return (await environments()).createFromExistingServer({ address, client: { identity: IDENTITY } });
}
