export { InvariantChecker } from './invariant-checker.ts';
export { paperLines, paperNotes, type NumberedSeries, type PaperNotes } from './paper-notes.ts';
export type { CheckOptions, DeliveredMail, InvariantName, InvariantReport, OutsideKnowledge } from './invariant.ts';
