export * from './acts/index.ts';
export * from './access/index.ts';
export * from './case/index.ts';
export { Database } from './database.ts';
export { newId } from './ids.ts';
export * from './loops/index.ts';
export * from './people/index.ts';
export * from './rules/index.ts';
export { taskToken, tokenHash } from './task-token.ts';
export * from './documents/index.ts';
export * from './intake/index.ts';
export * from './keys/index.ts';
export * from './nominees/index.ts';
export * from './notices/index.ts';
export * from './reading/index.ts';
export {
  MailLedgerRepository,
  messageIdOf,
  planMails,
  type MailKey,
  type MailLedgerEntry,
  type MailPlanSettings,
  type MailState,
  type MailToPlan,
  type Queryable,
} from './mail-ledger/index.ts';
export * from './invariants/index.ts';
export * from './mailed-pages/index.ts';
export * from './operations/index.ts';
export * from './ballot/index.ts';
export * from './sessions/index.ts';
