export { type DatedAddress } from './addresses.ts';
export { DirectoryRepository } from './directory.repository.ts';
export { PeopleRepository, type UnitEnd } from './people.repository.ts';
export { SuccessionRepository } from './succession.repository.ts';
