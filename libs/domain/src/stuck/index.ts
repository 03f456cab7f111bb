export { classify, TURN_FRESH_MS } from './classify.ts';
export * from './stuck.types.ts';
export { TASK_ATTEMPTS_SHOWN } from './suspects.ts';
