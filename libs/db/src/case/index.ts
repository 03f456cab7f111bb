export { auditHash, firstBrokenLink, type AuditLink } from './audit-chain.ts';
export { CaseRepository, type CaseRepositoryOptions, type CommitInput } from './case.repository.ts';
export { RegistryFactsReading } from './registry-facts.ts';
export type { CaseDetails, LoadedAct, LoadedCase, MailRow } from './case.types.ts';
