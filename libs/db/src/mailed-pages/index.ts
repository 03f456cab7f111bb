export { CodeRepository, type CodePurpose } from './code.repository.ts';
export { DigestRepository } from './digest.repository.ts';
export { MailedLinkReading, type MailedLink, type MailedPerson, type WaitingTask } from './mailed-link.reading.ts';
export { ObjectionRepository, type NewObjection, type Objection, type ObjectionFilter } from './objection.repository.ts';
export { WishesRepository, type Wishes } from './wishes.repository.ts';
