export { DirectoryRepository } from './directory.repository.ts';
export { PeopleRepository } from './people.repository.ts';
export { SuccessionRepository } from './succession.repository.ts';
