export { auditHash, firstBrokenLink, type AuditLink } from './audit-chain.ts';
export { CaseRepository, type CaseRepositoryOptions } from './case.repository.ts';
export type { CommitInput, CommitResult } from './commit-input.ts';
export { RegistryFactsReading } from './registry-facts.ts';
export type { CaseDetails, LoadedAct, LoadedCase, MailRow } from './case.types.ts';
