export { ActionKeys, type ActionClaim } from './action-keys.ts';
export { AccessRepository, addressOf } from './access.repository.ts';
export type { GrantUnits, GrantView, Identity, NewGrant, OwnPerson } from './access.types.ts';
export { AuditReading, type AuditFilter, type AuditLine, type AuditPage } from './audit.reading.ts';
export { ConsoleDirectory, type CampaignLine, type PersonLine, type UnitLine, type VersionLine } from './console-directory.ts';
export { GrantListReading, type GrantFilter } from './grant-list.reading.ts';
export { ConsoleReading } from './console.reading.ts';
