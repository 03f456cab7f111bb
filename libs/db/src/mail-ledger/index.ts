export { MailLedgerRepository } from './mail-ledger.repository.ts';
export type { MailChannelState, MailLedgerEntry, MailState } from './mail-ledger.repository.ts';
export { messageIdOf } from './message-id.ts';
export type { MailKey } from './message-id.ts';
export { planMails } from './plan-mails.ts';
export type { MailPlanSettings, MailToPlan, Queryable } from './plan-mails.ts';
