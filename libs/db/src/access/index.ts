export { AccessRepository, addressOf } from './access.repository.ts';
export type { GrantUnits, GrantView, Identity, NewGrant, OwnPerson } from './access.types.ts';
