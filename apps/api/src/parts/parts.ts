import type { Environment } from '@laurel/config';
import type { ActDesk, NominationGateway } from '@laurel/contracts';
import type {
  DocumentRepository,
  HealthReading,
  IntakeRepository,
  KeyRepository,
  NominationReading,
  RemediesRepository,
  StuckReading,
  TaskPageReading,
  TitlesReport,
} from '@laurel/db';
import type { Logger } from '@laurel/observability';

/** What of the environment the API uses. */
export type ApiSettings = Pick<
  Environment,
  'PUBLIC_URL' | 'NOT_CONFIRMED_AFTER_MS' | 'EVENT_LIMIT_BYTES' | 'DOCUMENT_LIMIT_BYTES' | 'RATE_LIMIT_PER_MINUTE'
>;

/** Everything the API is joined from; specs give fakes for what they do not need. */
export interface ApiParts {
  readonly settings: ApiSettings;
  readonly logger: Logger;
  readonly acts: ActDesk;
  readonly gateway: NominationGateway;
  readonly intake: Pick<IntakeRepository, 'accept'>;
  readonly keys: Pick<KeyRepository, 'principalOf'>;
  readonly documents: Pick<DocumentRepository, 'put' | 'get' | 'declaredName'>;
  readonly nominations: Pick<NominationReading, 'view' | 'unitOf' | 'timeline' | 'list'>;
  readonly titles: Pick<TitlesReport, 'rows'>;
  readonly taskPages: Pick<TaskPageReading, 'byTokenHash' | 'byTaskId' | 'received' | 'colleagues' | 'personMeant'>;
  readonly stuck: Pick<StuckReading, 'findings' | 'waiting'>;
  readonly remedies: Pick<
    RemediesRepository,
    'claim' | 'finish' | 'openTasks' | 'nominationOfEvent' | 'retryNow' | 'resendMail' | 'substitute'
  >;
  readonly health: Pick<HealthReading, 'canStore' | 'loops' | 'mailChannel'>;
  /** Wakes a loop of the worker after a change that it should act on. */
  readonly nudge: (topic: 'laurel_inbox' | 'laurel_acts' | 'laurel_mail') => void;
  /** Gives back connections when the API stops. */
  readonly close: () => Promise<void>;
}

/** The injection token of a part. */
export const PART = {
  settings: Symbol('settings'),
  logger: Symbol('logger'),
  acts: Symbol('acts'),
  gateway: Symbol('gateway'),
  intake: Symbol('intake'),
  keys: Symbol('keys'),
  documents: Symbol('documents'),
  nominations: Symbol('nominations'),
  titles: Symbol('titles'),
  taskPages: Symbol('taskPages'),
  stuck: Symbol('stuck'),
  remedies: Symbol('remedies'),
  health: Symbol('health'),
  nudge: Symbol('nudge'),
  close: Symbol('close'),
} as const satisfies Record<keyof ApiParts, symbol>;
