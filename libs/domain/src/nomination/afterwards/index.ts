export { closeComplaint, COMPLAINT, complain, hearing, isHeard, settle } from './complain.ts';
export { numberDecision } from './number-decision.ts';
export { override } from './override.ts';
export { refusalOfReopening, reopen } from './reopen.ts';
export { revoke } from './revoke.ts';
