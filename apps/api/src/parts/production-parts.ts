import type { Environment } from '@laurel/config';
import {
  Acknowledgements,
  ActsRepository,
  Database,
  DocumentRepository,
  HealthReading,
  IntakeRepository,
  KeyRepository,
  NominationReading,
  Nudges,
  RemediesRepository,
  RulesRepository,
  StuckReading,
  TaskPageReading,
  TitlesReport,
} from '@laurel/db';
import { createLogger } from '@laurel/observability';
import { lazyConnection, TemporalNominationGateway, temporalSettings } from '@laurel/temporal';
import type { ApiParts } from './parts.ts';

/** Wakes the loops of the workers. */
function nudging(database: Database): ApiParts['nudge'] {
  const nudges = new Nudges(database);
  return (topic) => {
    nudges.nudge(topic);
  };
}

/** Notes acts whose histories are known to have them, so that nobody tells them again. */
function noting(acts: ActsRepository): (actId: string) => void {
  const acknowledgements = new Acknowledgements(acts);
  return (actId) => {
    acknowledgements.note(actId);
  };
}

/** The real parts. Nothing connects before it is used, so that the API starts while a server is away. */
export function productionParts(environment: Environment): ApiParts {
  const database = new Database(environment.DATABASE_URL, environment.DATABASE_POOL);
  const settings = temporalSettings(environment);
  const connection = lazyConnection(settings);
  const rules = new RulesRepository(database);
  const acts = new ActsRepository(database);
  const nudge = nudging(database);
  return {
    settings: environment,
    logger: createLogger('api', environment.LOG_LEVEL),
    acts,
    gateway: new TemporalNominationGateway({ connection, settings, onConfirmed: noting(acts) }),
    intake: new IntakeRepository(database, rules, nudge),
    keys: new KeyRepository(database),
    documents: new DocumentRepository(database),
    nominations: new NominationReading(database),
    titles: new TitlesReport(database),
    taskPages: new TaskPageReading(database, rules),
    stuck: new StuckReading(database),
    remedies: new RemediesRepository(database),
    health: new HealthReading(database),
    nudge,
    close: async () => {
      await connection.close();
      await database.close();
    },
  };
}
