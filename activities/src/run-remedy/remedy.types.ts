import type { ActDesk, NominationGateway, RemedyOrder, RemedyServer } from '@laurel/contracts';
import type { OperatorLog, RemediesRepository, TaskPageReading } from '@laurel/db';

export interface RemedyDependencies {
  readonly repository: Pick<
    RemediesRepository,
    | 'caseOf'
    | 'openTasks'
    | 'nominationOfEvent'
    | 'retryNow'
    | 'resendMail'
    | 'unreachable'
    | 'correctAddress'
    | 'redispatch'
    | 'mendProjection'
    | 'substitute'
  >;
  readonly people: Pick<TaskPageReading, 'personMeant'>;
  readonly acts: ActDesk;
  readonly gateway: Pick<NominationGateway, 'submitAct' | 'signalAct'>;
  readonly server: RemedyServer;
  readonly log: Pick<OperatorLog, 'write'>;
  /** Wakes the relays after rows were set in motion. */
  readonly moved: () => void;
  /** How long to wait for the workflow to record an act, milliseconds. */
  readonly withinMs: number;
}

/** One order on one nomination: who gave it, and the key under which doing it twice does it once. */
export interface RemedyRun {
  readonly order: RemedyOrder;
  /** `operator:<key id>` */
  readonly actor: string;
  readonly key: string;
  /** Tells what would be done, and does nothing. */
  readonly dryRun: boolean;
}
