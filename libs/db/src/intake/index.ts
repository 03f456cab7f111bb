export { isStorageUnavailable } from './availability.ts';
export { IntakeRepository, type OnAccepted } from './intake.repository.ts';
export type { IntakeAnswer, IntakeError, IntakeEvent, IntakeOrigin, IntakeType } from './intake.types.ts';
export { searchWords } from './search-text.ts';
export { officerId } from './submitted.ts';
