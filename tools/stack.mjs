// What suites borrow from the local stack: real servers of their own that can be killed and started again.
export { freePort } from './lib/ports.mjs';
export { startMailbox } from './mailbox.mjs';
export { ensureDatabase, startPostgres } from './postgres.mjs';
export { startTemporal } from './temporal.mjs';
