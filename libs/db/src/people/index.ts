export { DirectoryRepository } from './directory.repository.ts';
export { PeopleRepository } from './people.repository.ts';
