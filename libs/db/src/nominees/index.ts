export { identityOf, type NomineeEntry } from './identity.ts';
export { NomineeRepository } from './nominee.repository.ts';
export type {
  Difference,
  DifferenceOutcome,
  DifferenceRecord,
  HeldTitle,
  LookAlikes,
  LookAlikesAsked,
  Merge,
  MergeOutcome,
  MergeRecord,
  NomineeLine,
  NomineeLines,
  NomineeMatch,
  NomineeRow,
  NomineeSearch,
  PairsAsked,
  SuspectedPair,
} from './nominee.types.ts';
export type { NomineeView as NomineeDetails } from './nominee.types.ts';
export { HistoryRepository } from './history.repository.ts';
export type { HistoryFile, HistoryImported, HistoryRecord } from './history.types.ts';
export { AftermathRepository, type AftermathHome, type NumberedLine } from './aftermath.repository.ts';
export type { AftermathFilter, ComplaintGround, ComplaintLine, RecallLine, ReexaminationLine } from './aftermath-lists.ts';
export type { UnnumberedDecision } from './unnumbered.ts';
