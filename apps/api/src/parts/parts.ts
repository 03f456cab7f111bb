import type { Environment } from '@laurel/config';
import type { ActDesk, NominationGateway } from '@laurel/contracts';
import type {
  AccessRepository,
  AftermathRepository,
  ActionKeys,
  ConsoleReading,
  CodeRepository,
  DocumentRepository,
  HealthReading,
  IntakeRepository,
  KeyRepository,
  MailedLinkReading,
  NominationReading,
  NomineeRepository,
  ObjectionRepository,
  NoticeRepository,
  TaskPageReading,
  TimelinessReport,
  TitlesReport,
  WishesRepository,
  AgendaReading,
  AttendanceRepository,
  BallotRepository,
  DirectoryRepository,
  RulesRepository,
  SessionListReading,
  SessionRepository,
  SessionRequests,
} from '@laurel/db';
import type { Logger, Tracer } from '@laurel/observability';
import type { OperationsInspector } from '@laurel/temporal';
import type { SignInDesk } from '../auth/sign-in.desk.ts';
import type { OperationsParts } from './operations-parts.ts';

/** What of the environment the API uses. */
export type ApiSettings = Pick<
  Environment,
  | 'PUBLIC_URL'
  | 'TEMPORAL_UI_URL'
  | 'TEMPORAL_NAMESPACE'
  | 'HSTS_SECONDS'
  | 'CONSOLE_DIR'
  | 'NOT_CONFIRMED_AFTER_MS'
  | 'EVENT_LIMIT_BYTES'
  | 'DOCUMENT_LIMIT_BYTES'
  | 'RATE_LIMIT_PER_MINUTE'
>;

type Readable<Part> = Pick<Part, keyof Part>;

/** What the console reads, without the private parts of the classes. */
export type ConsoleParts = { readonly [Name in keyof ConsoleReading]: Readable<ConsoleReading[Name]> };

/** Everything the API is joined from; specs give fakes for what they do not need. */
export interface ApiParts {
  readonly settings: ApiSettings;
  readonly logger: Logger;
  /** Null where no receiver of traces is set. */
  readonly tracer: Tracer | null;
  readonly acts: ActDesk;
  readonly gateway: NominationGateway;
  readonly intake: Pick<IntakeRepository, 'accept'>;
  readonly keys: Pick<KeyRepository, 'principalOf'>;
  readonly signIn: SignInDesk;
  readonly access: Pick<AccessRepository, 'identityOf' | 'grant' | 'end' | 'invite' | 'audit'>;
  readonly actionKeys: Pick<ActionKeys, 'claim' | 'finish'>;
  readonly console: ConsoleParts;
  readonly workflows: Pick<OperationsInspector, 'examine'>;
  readonly documents: Pick<DocumentRepository, 'put' | 'get' | 'declaredName'>;
  readonly nominations: Pick<NominationReading, 'view' | 'homeOf' | 'timeline' | 'list'>;
  readonly notices: Pick<NoticeRepository, 'notice' | 'keep'>;
  readonly titles: Pick<TitlesReport, 'rows'>;
  readonly timeliness: Pick<TimelinessReport, 'rows'>;
  readonly nominees: Pick<
    NomineeRepository,
    'view' | 'search' | 'lookAlikes' | 'proposals' | 'suspected' | 'merge' | 'unmerge' | 'different' | 'notDifferent'
  >;
  readonly aftermath: Pick<
    AftermathRepository,
    | 'linesOf'
    | 'unnumbered'
    | 'complaints'
    | 'grounds'
    | 'recalls'
    | 'reexaminations'
    | 'recallHome'
    | 'reexaminationHome'
    | 'recover'
    | 'settle'
  >;
  readonly taskPages: Pick<
    TaskPageReading,
    | 'byTokenHash'
    | 'byTaskId'
    | 'received'
    | 'colleagues'
    | 'personMeant'
    | 'opinions'
    | 'feedback'
    | 'complaint'
    | 'numbered'
    | 'share'
    | 'superiorOf'
  >;
  readonly mailedLinks: Pick<MailedLinkReading, 'byHash' | 'personOf' | 'waiting'>;
  readonly objections: Pick<ObjectionRepository, 'object' | 'byTask' | 'open' | 'settle'>;
  readonly codes: Pick<CodeRepository, 'issue' | 'redeem' | 'holds'>;
  readonly wishes: Pick<WishesRepository, 'change'>;
  /** The address of a page behind a mailed link. */
  readonly linkTo: (linkId: string) => string;
  readonly operations: OperationsParts;
  readonly health: Pick<HealthReading, 'canStore' | 'loops' | 'mailChannel' | 'flow'>;
  readonly sessions: Pick<SessionRepository, 'create' | 'load' | 'openVotes' | 'seatOf'>;
  readonly sessionList: Pick<SessionListReading, 'list'>;
  readonly sessionRequests: Pick<SessionRequests, 'request'>;
  readonly attendance: Pick<AttendanceRepository, 'attend' | 'recuse' | 'lift' | 'isPerson'>;
  readonly ballots: Pick<BallotRepository, 'cast' | 'receipt'>;
  /** What an agenda is made from: seasons, nominations, rules and people. */
  readonly agendas: Pick<AgendaReading, 'season' | 'candidates' | 'awaited'> &
    Pick<RulesRepository, 'ruleSet' | 'calendar'> & { readonly directory: DirectoryRepository['at'] };
  /** Wakes a loop of the worker after a change that it should act on. */
  readonly nudge: (topic: 'laurel_inbox' | 'laurel_acts' | 'laurel_mail' | 'laurel_sessions') => void;
  /** Gives back connections when the API stops. */
  readonly close: () => Promise<void>;
}

/** The injection token of a part. */
export const PART = {
  settings: Symbol('settings'),
  logger: Symbol('logger'),
  tracer: Symbol('tracer'),
  acts: Symbol('acts'),
  gateway: Symbol('gateway'),
  intake: Symbol('intake'),
  keys: Symbol('keys'),
  signIn: Symbol('signIn'),
  access: Symbol('access'),
  actionKeys: Symbol('actionKeys'),
  console: Symbol('console'),
  workflows: Symbol('workflows'),
  documents: Symbol('documents'),
  nominations: Symbol('nominations'),
  notices: Symbol('notices'),
  titles: Symbol('titles'),
  timeliness: Symbol('timeliness'),
  nominees: Symbol('nominees'),
  aftermath: Symbol('aftermath'),
  taskPages: Symbol('taskPages'),
  mailedLinks: Symbol('mailedLinks'),
  objections: Symbol('objections'),
  codes: Symbol('codes'),
  wishes: Symbol('wishes'),
  linkTo: Symbol('linkTo'),
  operations: Symbol('operations'),
  health: Symbol('health'),
  sessions: Symbol('sessions'),
  sessionList: Symbol('sessionList'),
  sessionRequests: Symbol('sessionRequests'),
  attendance: Symbol('attendance'),
  ballots: Symbol('ballots'),
  agendas: Symbol('agendas'),
  nudge: Symbol('nudge'),
  close: Symbol('close'),
} as const satisfies Record<keyof ApiParts, symbol>;
