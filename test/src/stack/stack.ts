import { InvariantChecker, type CheckOptions, type InvariantReport } from '@laurel/worker';
import type { Confirmation } from '@laurel/contracts';
import {
  Acknowledgements,
  ActsRepository,
  Database,
  IntakeRepository,
  RulesRepository,
  taskToken,
  type IntakeAnswer,
  type IntakeEvent,
} from '@laurel/db';
import type { Choice } from '@laurel/domain';
import { installRuntime, lazyConnection, NominationInspector, TemporalNominationGateway, type TemporalSettings } from '@laurel/temporal';
import { join } from 'node:path';
import { Child, ROOT } from './child.ts';
import { submittedEvent, type EventWishes } from './events.ts';
import { HttpClient } from './http-client.ts';
import type { Servers } from './servers.ts';
import { StackView, type TaskSeen } from './stack-view.ts';

export const SECRET = 'mot-bi-mat-chi-dung-de-thu-nghiem-0123456789';
const CONFIRM_WITHIN_MS = 9_000;

// Replays run in this process: without this the SDK tells of every worker it makes.
const quiet = (): void => undefined;
installRuntime({ warn: quiet, error: quiet });

/** A private Laurel: its own database, task queue and mail server, with workers and an API that can be killed. */
export class Stack {
  readonly database: Database;
  readonly acts: ActsRepository;
  readonly intake: IntakeRepository;
  readonly gateway: TemporalNominationGateway;
  readonly view: StackView;
  readonly http: HttpClient;
  readonly api: Child;
  readonly servers: Servers;
  readonly workers: readonly Child[];
  readonly inspector: NominationInspector;
  private readonly connection: ReturnType<typeof lazyConnection>;
  private readonly acknowledged: { readonly taskId: string; readonly choice: string }[] = [];
  private readonly accepted: { readonly source: string; readonly id: string }[] = [];

  constructor(servers: Servers, workers: number) {
    this.servers = servers;
    this.database = new Database(servers.databaseUrl, 8);
    this.view = new StackView(this.database);
    this.acts = new ActsRepository(this.database);
    this.intake = new IntakeRepository(this.database, new RulesRepository(this.database), () => undefined);
    const env = servers.environment(SECRET);
    const settings: TemporalSettings = {
      address: servers.temporalAddress,
      namespace: 'default',
      tls: false,
      taskQueue: servers.taskQueue,
      payloadKeys: env['PAYLOAD_KEYS'],
    };
    this.connection = lazyConnection(settings);
    const acknowledgements = new Acknowledgements(this.acts);
    this.gateway = new TemporalNominationGateway({
      connection: this.connection,
      settings,
      onConfirmed: (actId) => {
        acknowledgements.note(actId);
      },
    });
    this.inspector = new NominationInspector(this.connection, settings);
    this.workers = Array.from({ length: workers }, () => new Child('apps/worker/dist/main.js', env));
    this.api = new Child('apps/api/dist/main.js', env);
    this.http = new HttpClient(`http://127.0.0.1:${String(servers.apiPort)}`);
  }

  get sink(): Servers['sink'] {
    return this.servers.sink;
  }

  /** The only or first worker. */
  get worker(): Child {
    const [worker] = this.workers;
    if (!worker) throw new Error('This stack has no worker');
    return worker;
  }

  startWorkers(): void {
    for (const worker of this.workers) worker.start();
  }

  async startApi(): Promise<void> {
    this.api.start();
    await this.http.waitUntilLive();
  }

  /** Accepts an event as the API does; what is accepted must never be lost. */
  async accept(event: IntakeEvent, sources?: readonly string[]): Promise<IntakeAnswer> {
    const answer = await this.intake.accept(event, { apiKeyId: null, at: null, sources });
    if (answer.is === 'accepted') this.accepted.push({ source: event.source, id: event.id });
    return answer;
  }

  /** Submits so many nominations and answers their ids. */
  async submit(count: number, wishes: EventWishes = {}): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let sent = 0; sent < count; sent++) {
      const answer = await this.accept(submittedEvent(wishes));
      if (answer.is !== 'accepted' || answer.nominationId === null) throw new Error(`Not accepted: ${JSON.stringify(answer)}`);
      ids.push(answer.nominationId);
    }
    return ids;
  }

  /** Decides as the task page does: the act row first, then the workflow. */
  async decide(task: TaskSeen, choice: Exclude<Choice, 'delegate' | 'complete'>, reason: string | null = null): Promise<Confirmation> {
    const body = { kind: 'decide' as const, taskId: task.id, choice, number: null, signedOn: null };
    const act = await this.acts.write({ nominationId: task.nominationId, actor: task.personId, reason, body, origin: null });
    const confirmation = await this.gateway.submitDecision(
      task.nominationId,
      { actId: act.id, taskId: task.id, choice },
      CONFIRM_WITHIN_MS,
    );
    if (confirmation !== 'NOT_CONFIRMED' && confirmation.recorded) this.noteAcknowledged(task.id, choice);
    return confirmation;
  }

  /** Remembers that somebody was told so: from now on it must stand. */
  noteAcknowledged(taskId: string, choice: string): void {
    this.acknowledged.push({ taskId, choice });
  }

  tokenOf(taskId: string): string {
    return taskToken(SECRET, taskId);
  }

  /** Checks I1 to I9; answers what is broken, in words. */
  async verify(options: Partial<CheckOptions> = {}): Promise<readonly string[]> {
    const checker = new InvariantChecker(this.database, this.inspector);
    const workflowBundle = join(ROOT, 'workflows', 'dist', 'workflow-bundle.js');
    const outside = { delivered: await this.sink.delivered(), acknowledged: this.acknowledged, accepted: this.accepted };
    return broken(await checker.check({ workflowBundle, replaySample: 20, ...options }, outside));
  }

  async close(): Promise<void> {
    await Promise.all([...this.workers, this.api].map((child) => child.stop()));
    await this.gateway.close();
    await this.connection.close();
    await this.database.close();
    await this.servers.close();
  }
}

function broken(reports: readonly InvariantReport[]): readonly string[] {
  return reports.flatMap(({ name, breaches }) => breaches.map(({ subject, detail }) => `${name} ${subject}: ${detail}`));
}
