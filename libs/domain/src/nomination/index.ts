export * from './act.ts';
export * from './case-file.ts';
export { CaseBlocked, type CaseContext } from './draft.ts';
export { recordAct } from './record-act.ts';
export { needsReason, tally, type SeatChoice } from './stages/index.ts';
export * from './standing.ts';
export { escalate } from './escalation.ts';
export { publish, receive, remind } from './steps.ts';
export { closeOverdue } from './timeout.ts';
