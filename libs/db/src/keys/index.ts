export { KeyRepository, SCOPES, type Grants, type KeySummary, type Principal, type Scope } from './key.repository.ts';
