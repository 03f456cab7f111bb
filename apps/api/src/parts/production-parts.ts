import type { Environment } from '@laurel/config';
import {
  AccessRepository,
  ActionKeys,
  Acknowledgements,
  AftermathRepository,
  ActsRepository,
  ConsoleReading,
  Database,
  DocumentRepository,
  HealthReading,
  IntakeRepository,
  KeyRepository,
  NominationReading,
  NomineeRepository,
  NoticeRepository,
  Nudges,
  RulesRepository,
  TaskPageReading,
  TimelinessReport,
  TitlesReport,
  AgendaReading,
  AttendanceRepository,
  BallotRepository,
  DirectoryRepository,
  SessionListReading,
  SessionRepository,
  SessionRequests,
} from '@laurel/db';
import { createLogger, tracedGateway } from '@laurel/observability';
import { lazyConnection, TemporalNominationGateway, temporalSettings, WorkflowRemedies } from '@laurel/temporal';
import { SignInService } from '../auth/sign-in.service.ts';
import { mailedParts } from './mailed-parts.ts';
import { operationsParts } from './operations-parts.ts';
import type { ApiParts } from './parts.ts';
import { tracedIntake, tracing } from './tracing-parts.ts';

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

/** Who may come in, by which way, and to do what. */
function accessParts(
  database: Database,
  environment: Environment,
  nudge: ApiParts['nudge'],
): Pick<ApiParts, 'keys' | 'signIn' | 'access' | 'actionKeys'> {
  const access = new AccessRepository(database);
  const mailPlanned = (): void => {
    nudge('laurel_mail');
  };
  return {
    keys: new KeyRepository(database),
    signIn: signInOf(environment, database, access, mailPlanned),
    access,
    actionKeys: new ActionKeys(database),
  };
}

function signInOf(environment: Environment, database: Database, access: AccessRepository, mailPlanned: () => void): SignInService {
  const { PUBLIC_URL: publicUrl, LAUREL_SECRET: secret, OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = environment;
  const { OIDC_CLIENT_SECRET: clientSecret } = environment;
  const oidc = issuer !== undefined && clientId !== undefined && clientSecret !== undefined ? { issuer, clientId, clientSecret } : null;
  const mailDomain = new URL(publicUrl).hostname;
  return new SignInService({ database, access, settings: { publicUrl, secret, oidc, mailDomain }, mailPlanned });
}

/** Nominations and who is nominated, as pages and programs read them. */
function caseParts(
  database: Database,
  rules: RulesRepository,
): Pick<ApiParts, 'console' | 'documents' | 'nominations' | 'notices' | 'titles' | 'timeliness' | 'nominees' | 'aftermath' | 'taskPages'> {
  return {
    console: new ConsoleReading(database, rules),
    documents: new DocumentRepository(database),
    nominations: new NominationReading(database),
    notices: new NoticeRepository(database, rules),
    titles: new TitlesReport(database),
    timeliness: new TimelinessReport(database, rules),
    nominees: new NomineeRepository(database),
    aftermath: new AftermathRepository(database),
    taskPages: new TaskPageReading(database, rules),
  };
}

/** Sessions of councils, as the secretariat and the members meet them. */
function councilParts(
  database: Database,
  rules: RulesRepository,
  environment: Environment,
): Pick<ApiParts, 'sessions' | 'sessionList' | 'sessionRequests' | 'attendance' | 'ballots' | 'agendas'> {
  const agenda = new AgendaReading(database);
  const directories = new DirectoryRepository(database);
  const mailDomain = new URL(environment.PUBLIC_URL).hostname;
  return {
    sessions: new SessionRepository(database, { secret: environment.LAUREL_SECRET, mailDomain }),
    sessionList: new SessionListReading(database),
    sessionRequests: new SessionRequests(database),
    attendance: new AttendanceRepository(database),
    ballots: new BallotRepository(database),
    agendas: {
      season: (programme, campaign) => agenda.season(programme, campaign),
      candidates: (programme, campaign, ids, limit) => agenda.candidates(programme, campaign, ids, limit),
      awaited: (programme, campaign, limit) => agenda.awaited(programme, campaign, limit),
      ruleSet: (programme, version) => rules.ruleSet(programme, version),
      calendar: (id, version) => rules.calendar(id, version),
      directory: (programme, version) => directories.at(programme, version),
    },
  };
}

/** The real parts. Nothing connects before it is used, so that the API starts while a server is away. */
export function productionParts(environment: Environment): ApiParts {
  const database = new Database(environment.DATABASE_URL, environment.DATABASE_POOL);
  const settings = temporalSettings(environment);
  const connection = lazyConnection(settings);
  const rules = new RulesRepository(database);
  const acts = new ActsRepository(database);
  const logger = createLogger('api', environment.LOG_LEVEL);
  const tracer = tracing(environment, logger);
  const nominations = new TemporalNominationGateway({ connection, settings, onConfirmed: noting(acts) });
  const gateway = tracedGateway(nominations, tracer);
  const server = new WorkflowRemedies(connection, settings);
  const nudge = nudging(database);
  return {
    settings: environment,
    logger,
    tracer,
    acts,
    gateway,
    intake: tracedIntake(new IntakeRepository(database, rules, nudge), tracer),
    ...accessParts(database, environment, nudge),
    ...caseParts(database, rules),
    workflows: server,
    ...mailedParts(database, environment),
    operations: operationsParts({ database, rules, acts, gateway, server, nudge, environment }),
    health: new HealthReading(database),
    ...councilParts(database, rules, environment),
    nudge,
    close: () => closeAll([nominations, connection, database, ...(tracer ? [tracer] : [])]),
  };
}

async function closeAll(parts: readonly { readonly close: () => Promise<void> }[]): Promise<void> {
  for (const part of parts) await part.close();
}
