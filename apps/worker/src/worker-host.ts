import { nominationActivities } from '@laurel/activities';
import type { NominationGateway } from '@laurel/contracts';
import type { Environment } from '@laurel/config';
import {
  ActsRepository,
  CaseRepository,
  Database,
  DirectoryRepository,
  InboxRelayRepository,
  LeaseRepository,
  NudgeListener,
  PulseRepository,
  RulesRepository,
  type NudgeTopic,
} from '@laurel/db';
import type { Logger } from '@laurel/observability';
import { bundlePath } from './bundle-path.ts';
import { actRelay } from './loops/act-relay.loop.ts';
import { inboxRelay } from './loops/inbox-relay.loop.ts';
import { Loop, type Turn } from './loops/loop.ts';
import { mailRelay, type MailPart } from './loops/mail-relay.loop.ts';
import { OWNER, releaseDeadLeases } from './owner.ts';
import { TemporalPart } from './temporal-part.ts';

const REST_MS = 1_000;

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
  private readonly activities: ReturnType<typeof nominationActivities>;
  private readonly temporal: TemporalPart;
  private readonly mail: MailPart;
  private readonly loops = new Map<NudgeTopic, Loop>();
  private readonly options: WorkerHostOptions;
  private readonly listener: NudgeListener;

  constructor(options: WorkerHostOptions) {
    const { env, log, onFatal } = options;
    this.options = options;
    this.database = new Database(env.DATABASE_URL, env.DATABASE_POOL);
    this.mail = mailRelay(this.database, env, OWNER);
    this.listener = new NudgeListener(env.DATABASE_URL, (topic) => this.loops.get(topic)?.nudge());
    this.activities = this.createActivities();
    this.temporal = new TemporalPart({
      env,
      log,
      onFatal,
      workflowBundle: bundlePath(env.WORKFLOW_BUNDLE),
      activities: this.activities,
      onConnected: (gateway) => {
        this.startRelays(gateway);
      },
    });
  }

  start(): void {
    const { log, onFatal } = this.options;
    this.listener.start();
    releaseDeadLeases(new LeaseRepository(this.database))
      // Not worth waiting for a database that is away: the leases run out by themselves.
      .catch((error: unknown) => {
        log.warn({ err: error }, 'Leases of dead workers could not be released');
      })
      .then(() => {
        this.startLoop('laurel_mail', 'mail-relay', this.mail.turn);
        return this.temporal.start();
      })
      .catch(onFatal);
  }

  async stop(): Promise<void> {
    await this.listener.stop();
    await this.temporal.stop();
    await Promise.all([...this.loops.values()].map((loop) => loop.stop()));
    await this.mail.close();
    await this.database.close();
  }

  private createActivities(): ReturnType<typeof nominationActivities> {
    const { env } = this.options;
    return nominationActivities({
      cases: new CaseRepository({ database: this.database, secret: env.LAUREL_SECRET, mailDomain: mailDomain(env) }),
      rules: new RulesRepository(this.database),
      directories: new DirectoryRepository(this.database),
      mailPlanned: () => this.loops.get('laurel_mail')?.nudge(),
    });
  }

  private startRelays(gateway: NominationGateway): void {
    const inbox = new InboxRelayRepository(this.database, OWNER);
    const relay = inboxRelay({ inbox, gateway, receive: (input) => this.activities.receiveNomination(input) });
    this.startLoop('laurel_inbox', 'inbox-relay', relay);
    this.startLoop('laurel_acts', 'act-relay', actRelay(new ActsRepository(this.database, OWNER), gateway));
  }

  private startLoop(topic: NudgeTopic, name: string, turn: Turn): void {
    const pulse = new PulseRepository(this.database);
    const loop = new Loop({ name, worker: OWNER, restMs: REST_MS, turn, pulse, log: this.options.log });
    this.loops.set(topic, loop);
    loop.start();
  }
}
