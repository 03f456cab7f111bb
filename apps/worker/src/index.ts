export * from './invariants/index.ts';
export { seedProgrammes } from './seed/seed-programmes.ts';
export { inboxRelay } from './loops/inbox-relay.loop.ts';
export { importHistory, type HistoryAnswer, type HistoryOrder } from './cli/history/import-history.ts';
