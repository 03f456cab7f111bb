export { InvariantChecker } from './invariant-checker.ts';
export type { CheckOptions, DeliveredMail, InvariantName, InvariantReport, OutsideKnowledge } from './invariant.ts';
