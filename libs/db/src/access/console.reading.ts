import type { Database } from '../database.ts';
import { DirectoryRepository } from '../people/directory.repository.ts';
import { NominationCaseReading } from '../reading/nomination-case.reading.ts';
import { NominationOverview } from '../reading/nomination-overview.ts';
import { NominationSearch } from '../reading/nomination-search.ts';
import type { RulesRepository } from '../rules/rules.repository.ts';
import { AuditReading } from './audit.reading.ts';
import { GrantListReading } from './grant-list.reading.ts';
import { ConsoleDirectory } from './console-directory.ts';

/** Everything that the console reads from the database. */
export class ConsoleReading {
  readonly search: NominationSearch;
  readonly overview: NominationOverview;
  readonly cases: NominationCaseReading;
  readonly lists: ConsoleDirectory;
  readonly audit: AuditReading;
  readonly grants: GrantListReading;
  readonly directory: DirectoryRepository;
  readonly rules: RulesRepository;

  constructor(database: Database, rules: RulesRepository) {
    this.search = new NominationSearch(database);
    this.overview = new NominationOverview(database);
    this.cases = new NominationCaseReading(database);
    this.lists = new ConsoleDirectory(database);
    this.audit = new AuditReading(database);
    this.grants = new GrantListReading(database);
    this.directory = new DirectoryRepository(database);
    this.rules = rules;
  }
}
