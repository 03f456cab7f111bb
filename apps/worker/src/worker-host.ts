import { nominationActivities } from '@laurel/activities';
import type { CouncilSessionActivities, NominationActivities, NominationGateway, SessionGateway } from '@laurel/contracts';
import type { Environment } from '@laurel/config';
import {
  ActsRepository,
  CaseRepository,
  Database,
  DigestRepository,
  DirectoryRepository,
  InboxRelayRepository,
  LeaseRepository,
  NudgeListener,
  PulseRepository,
  RegistryFactsReading,
  RulesRepository,
  SessionRequests,
  SuccessionRepository,
  type NudgeTopic,
} from '@laurel/db';
import { setTimeout as sleep } from 'node:timers/promises';
import { tracedSteps, tracerOf, type Logger, type Tracer } from '@laurel/observability';
import { bundlePath } from './bundle-path.ts';
import { actRelay } from './loops/act-relay.loop.ts';
import { digests } from './loops/digest.loop.ts';
import { inboxRelay } from './loops/inbox-relay.loop.ts';
import { Loop, type Turn } from './loops/loop.ts';
import { mailRelay, type MailPart } from './loops/mail-relay.loop.ts';
import { successor, SUCCESSOR_REST_MS } from './loops/successor.loop.ts';
import { sessionRelay } from './loops/session-relay.loop.ts';
import { OperationsPart, type OperationsLoop } from './operations-part.ts';
import { OWNER, releaseDeadLeases } from './owner.ts';
import { sessionSteps } from './session-steps.ts';
import { TemporalPart } from './temporal-part.ts';

const REST_MS = 1_000;
const DIGEST_REST_MS = 60_000;
/** For so long mails and watches let the way to the server go first; then they begin without it. */
const CONNECTION_WAIT_MS = 2_000;

export interface WorkerHostOptions {
  readonly env: Environment;
  readonly log: Logger;
  readonly onFatal: (error: unknown) => void;
}

/** Right-hand side of Message-IDs: the host that mails and links name. */
const mailDomain = (env: Environment): string => new URL(env.PUBLIC_URL).hostname;

/** Everything that runs in a worker: the Temporal worker and the background loops, over one pool of connections. */
export class WorkerHost {
  private readonly database: Database;
  private readonly activities: NominationActivities & CouncilSessionActivities;
  private readonly temporal: TemporalPart;
  private readonly mail: MailPart;
  private readonly operations: OperationsPart;
  private readonly loops = new Map<NudgeTopic, Loop>();
  private readonly watches: Loop[] = [];
  private readonly options: WorkerHostOptions;
  private readonly tracer: Tracer | null;
  private readonly listener: NudgeListener;
  private gateway: NominationGateway | null = null;

  constructor(options: WorkerHostOptions) {
    const { env, log, onFatal } = options;
    this.options = options;
    this.database = new Database(env.DATABASE_URL, env.DATABASE_POOL, { plansOnce: true });
    this.tracer = tracerOf(env, 'laurel-worker', (error) => {
      log.warn({ err: error }, 'Traces could not be sent');
    });
    this.mail = mailRelay(this.database, env, OWNER, this.tracer);
    this.operations = new OperationsPart(this.database, env);
    this.listener = new NudgeListener(env.DATABASE_URL, (topic) => this.loops.get(topic)?.nudge());
    this.activities = this.createActivities();
    this.temporal = new TemporalPart({
      env,
      log,
      onFatal,
      tracer: this.tracer,
      workflowBundle: bundlePath(env.WORKFLOW_BUNDLE),
      activities: this.activities,
      onConnected: (gateway, sessions) => {
        this.gateway = gateway;
        this.startRelays(gateway, sessions);
      },
    });
  }

  start(): void {
    const { log, onFatal } = this.options;
    this.listener.start();
    const released = releaseDeadLeases(new LeaseRepository(this.database))
      // Not worth waiting for a database that is away: the leases run out by themselves.
      .catch((error: unknown) => {
        log.warn({ err: error }, 'Leases of dead workers could not be released');
      });
    const connected = this.temporal.connect();
    // The worker's own thread takes a while to load: what is loaded here with the first query is loaded meanwhile.
    Promise.all([connected, released])
      .then(() => this.temporal.serve())
      .catch(onFatal);
    Promise.race([connected, sleep(CONNECTION_WAIT_MS)])
      .then(() => released)
      .then(() => {
        this.startLoop('laurel_mail', 'mail-relay', this.mail.turn);
        this.startWatches();
      })
      .catch(onFatal);
  }

  async stop(): Promise<void> {
    await this.listener.stop();
    await this.temporal.stop();
    await Promise.all([...this.loops.values(), ...this.watches].map((loop) => loop.stop()));
    await this.operations.close();
    await this.mail.close();
    await this.database.close();
    await this.tracer?.close();
  }

  private createActivities(): NominationActivities & CouncilSessionActivities {
    return tracedSteps({ ...this.nominationSteps(), ...this.sessionSteps() }, this.tracer);
  }

  private sessionSteps(): CouncilSessionActivities {
    const { env } = this.options;
    return sessionSteps({
      database: this.database,
      secret: env.LAUREL_SECRET,
      mailDomain: mailDomain(env),
      keysFolder: env.BALLOT_KEYS_DIR,
      mailPlanned: () => this.loops.get('laurel_mail')?.nudge(),
      gateway: () => this.gateway,
    });
  }

  private nominationSteps(): NominationActivities {
    const { env } = this.options;
    return nominationActivities({
      cases: new CaseRepository({ database: this.database, secret: env.LAUREL_SECRET, mailDomain: mailDomain(env) }),
      rules: new RulesRepository(this.database),
      directories: new DirectoryRepository(this.database),
      registry: new RegistryFactsReading(this.database),
      mailPlanned: () => this.loops.get('laurel_mail')?.nudge(),
      handover: this.mail.handover,
    });
  }

  private startRelays(gateway: NominationGateway, sessions: SessionGateway): void {
    const inbox = new InboxRelayRepository(this.database, OWNER);
    const relay = inboxRelay({
      inbox,
      gateway,
      receive: (input) => this.activities.receiveNomination(input),
      stepsUnderWay: () => this.temporal.stepsUnderWay(),
      startedAt: Date.now(),
    });
    this.startLoop('laurel_inbox', 'inbox-relay', relay);
    this.startLoop('laurel_acts', 'act-relay', actRelay(new ActsRepository(this.database, OWNER), gateway));
    this.startLoop('laurel_sessions', 'session-relay', sessionRelay(new SessionRequests(this.database), sessions));
  }

  /** What watches runs from the start: also while there is no server to work for. */
  private startWatches(): void {
    const pulse = new PulseRepository(this.database);
    for (const { name, restMs, turn } of [...this.operations.loops(), this.succession(), this.digest()]) {
      const loop = new Loop({ name, worker: OWNER, restMs, turn, pulse, log: this.options.log });
      this.watches.push(loop);
      loop.start();
    }
  }

  private succession(): OperationsLoop {
    const turn = successor(new SuccessionRepository(this.database), () => this.loops.get('laurel_acts')?.nudge());
    return { name: 'successor', restMs: SUCCESSOR_REST_MS, turn };
  }

  private digest(): OperationsLoop {
    const settings = { secret: this.options.env.LAUREL_SECRET, mailDomain: mailDomain(this.options.env) };
    const turn = digests(new DigestRepository(this.database, settings), () => this.loops.get('laurel_mail')?.nudge());
    return { name: 'digest', restMs: DIGEST_REST_MS, turn };
  }

  private startLoop(topic: NudgeTopic, name: string, turn: Turn): void {
    const pulse = new PulseRepository(this.database);
    const loop = new Loop({ name, worker: OWNER, restMs: REST_MS, turn, pulse, log: this.options.log });
    this.loops.set(topic, loop);
    loop.start();
  }
}
