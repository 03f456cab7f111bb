import { RemedyDesk, RunRemedy } from '@laurel/activities';
import {
  BounceRepository,
  CanaryRepository,
  JobRepository,
  OperatorLog,
  RemediesRepository,
  SnapshotRepository,
  StuckEvidenceReading,
  TaskPageReading,
  type ActsRepository,
  type Database,
  type NudgeTopic,
  type RulesRepository,
} from '@laurel/db';
import type { Environment } from '@laurel/config';
import type { NominationGateway } from '@laurel/contracts';
import type { WorkflowRemedies } from '@laurel/temporal';
import type { Watchman } from '../operations/watchman.ts';
import { watchmanOf } from './watchman-parts.ts';

/** What the operations' addresses are joined from. */
export interface OperationsParts {
  readonly evidence: Pick<StuckEvidenceReading, 'tables'>;
  readonly snapshots: Pick<SnapshotRepository, 'last' | 'groups'>;
  readonly canaries: Pick<CanaryRepository, 'last'>;
  readonly jobs: Pick<JobRepository, 'write' | 'find' | 'view'>;
  readonly remedy: Pick<RunRemedy, 'run'>;
  readonly desk: Pick<RemedyDesk, 'work'>;
  readonly bounces: Pick<BounceRepository, 'note'>;
  /** Null where nobody is to be told that no worker is left. */
  readonly watchman: Pick<Watchman, 'turn' | 'close'> | null;
}

interface Sources {
  readonly database: Database;
  readonly rules: RulesRepository;
  readonly acts: ActsRepository;
  readonly gateway: NominationGateway;
  readonly server: WorkflowRemedies;
  readonly nudge: (topic: Extract<NudgeTopic, 'laurel_inbox' | 'laurel_acts' | 'laurel_mail'>) => void;
  readonly environment: Environment;
}

/** The real ones. */
export function operationsParts({ database, rules, acts, gateway, server, nudge, environment }: Sources): OperationsParts {
  const jobs = new JobRepository(database);
  const remedy = new RunRemedy({
    repository: new RemediesRepository(database),
    people: new TaskPageReading(database, rules),
    log: new OperatorLog(database),
    moved: () => {
      for (const topic of ['laurel_inbox', 'laurel_acts', 'laurel_mail'] as const) nudge(topic);
    },
    acts,
    gateway,
    server,
    withinMs: environment.NOT_CONFIRMED_AFTER_MS,
  });
  return {
    evidence: new StuckEvidenceReading(database),
    snapshots: new SnapshotRepository(database),
    canaries: new CanaryRepository(database),
    jobs,
    remedy,
    desk: new RemedyDesk(jobs, remedy),
    bounces: new BounceRepository(database),
    watchman: watchmanOf(database, environment),
  };
}
