import { alertSettings, RemedyDesk, RunRemedy } from '@laurel/activities';
import type { Environment } from '@laurel/config';
import {
  ActsRepository,
  BounceRepository,
  CanaryRepository,
  IncidentRepository,
  IntakeRepository,
  JobRepository,
  LoopLock,
  Nudges,
  OperatorLog,
  planMails,
  ReconcilerRepository,
  RemediesRepository,
  RulesRepository,
  SnapshotRepository,
  StuckEvidenceReading,
  TaskPageReading,
  type Database,
} from '@laurel/db';
import { lazyConnection, OperationsInspector, TemporalNominationGateway, temporalSettings, WorkflowRemedies } from '@laurel/temporal';
import { alerts } from './loops/alerts.loop.ts';
import { bounces } from './loops/bounces.loop.ts';
import { canary } from './loops/canary.loop.ts';
import { classifier } from './loops/classifier.loop.ts';
import type { Turn } from './loops/loop.ts';
import { reconciler } from './loops/reconciler.loop.ts';
import { remedies } from './loops/remedies.loop.ts';

/** A loop of the operations: its turn, and how long it rests between turns, milliseconds. */
export interface OperationsLoop {
  readonly name: string;
  readonly restMs: number;
  readonly turn: Turn;
}

const RECONCILE_EVERY_MS = 10_000;
const ALERT_EVERY_MS = 5_000;
const CANARY_LOOKS_EVERY_MS = 2_000;
const MAILDIR_EVERY_MS = 5_000;
const JOBS_EVERY_MS = 1_000;

/** What watches and mends: over client connections of its own, so that it also sees a server that the worker cannot reach. */
export class OperationsPart {
  private readonly env: Environment;
  private readonly database: Database;
  private readonly connection: ReturnType<typeof lazyConnection>;
  private readonly server: OperationsInspector;
  private readonly gateway: TemporalNominationGateway;
  private readonly lock: LoopLock;

  constructor(database: Database, env: Environment) {
    this.env = env;
    this.database = database;
    const settings = temporalSettings(env);
    this.connection = lazyConnection(settings);
    this.server = new OperationsInspector(this.connection, settings);
    this.gateway = new TemporalNominationGateway({ connection: this.connection, settings });
    this.lock = new LoopLock(database);
  }

  loops(): readonly OperationsLoop[] {
    const { database, env, lock } = this;
    const everyMs = env.STUCK_EVERY_SECONDS * 1_000;
    const evidence = new StuckEvidenceReading(database);
    const snapshots = new SnapshotRepository(database);
    const settings = temporalSettings(env);
    // Lists are counted for each loop by itself.
    const looks = new OperationsInspector(this.connection, settings);
    return [
      { name: 'classifier', restMs: everyMs, turn: classifier({ lock, evidence, snapshots, server: looks, everyMs }) },
      {
        name: 'reconciler',
        restMs: Math.min(RECONCILE_EVERY_MS, everyMs),
        turn: reconciler(lock, new ReconcilerRepository(database), this.server),
      },
      { name: 'remedies', restMs: JOBS_EVERY_MS, turn: remedies(this.remedyDesk()) },
      { name: 'alerts', restMs: Math.min(ALERT_EVERY_MS, everyMs), turn: this.alerts(snapshots) },
      ...this.optional(),
    ];
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  private alerts(snapshots: SnapshotRepository): Turn {
    const { database, env, lock } = this;
    const plan = { secret: env.LAUREL_SECRET, mailDomain: mailDomainOf(env) };
    return alerts({
      lock,
      snapshots,
      canaries: new CanaryRepository(database),
      incidents: new IncidentRepository(database),
      planMails: (mails) => planMails(database.pool, mails, plan),
      ...alertSettings(env),
    });
  }

  private optional(): readonly OperationsLoop[] {
    const { database, env, lock, gateway } = this;
    const found: OperationsLoop[] = [];
    if (env.CANARY_EVERY_SECONDS > 0) {
      const intake = new IntakeRepository(database, new RulesRepository(database), this.nudge());
      const parts = { lock, runs: new CanaryRepository(database), intake, acts: new ActsRepository(database), gateway };
      const turn = canary({ ...parts, everyMs: env.CANARY_EVERY_SECONDS * 1_000 });
      found.push({ name: 'canary', restMs: CANARY_LOOKS_EVERY_MS, turn });
    }
    if (env.BOUNCE_MAILDIR !== undefined) {
      const turn = bounces(env.BOUNCE_MAILDIR, mailDomainOf(env), new BounceRepository(database));
      found.push({ name: 'bounces', restMs: MAILDIR_EVERY_MS, turn });
    }
    return found;
  }

  private remedyDesk(): RemedyDesk {
    const { database, env, gateway } = this;
    const nudge = this.nudge();
    const remedy = new RunRemedy({
      repository: new RemediesRepository(database),
      people: new TaskPageReading(database, new RulesRepository(database)),
      acts: new ActsRepository(database),
      gateway,
      server: new WorkflowRemedies(this.connection, temporalSettings(env)),
      log: new OperatorLog(database),
      moved: () => {
        for (const topic of ['laurel_inbox', 'laurel_acts', 'laurel_mail'] as const) nudge(topic);
      },
      withinMs: env.NOT_CONFIRMED_AFTER_MS,
    });
    return new RemedyDesk(new JobRepository(database), remedy);
  }

  private nudge(): Nudges['nudge'] {
    const nudges = new Nudges(this.database);
    return (topic) => {
      nudges.nudge(topic);
    };
  }
}

/** Right-hand side of Message-IDs: the host that mails and links name. */
export const mailDomainOf = (env: Pick<Environment, 'PUBLIC_URL'>): string => new URL(env.PUBLIC_URL).hostname;
