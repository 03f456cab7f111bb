import { Module, type DynamicModule, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Environment } from '@laurel/config';
import type { Logger } from '@laurel/observability';
import { WorkerHost } from './worker-host.ts';

/** Starts and stops the host with the application. */
class HostLifecycle implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly host: WorkerHost;

  constructor(host: WorkerHost) {
    this.host = host;
  }

  onApplicationBootstrap(): void {
    this.host.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.host.stop();
  }
}

/** The worker as a Nest application context: no HTTP, no business rules. */
@Module({})
export class WorkerModule {
  static of(env: Environment, log: Logger, onFatal: (error: unknown) => void): DynamicModule {
    return {
      module: WorkerModule,
      providers: [
        { provide: WorkerHost, useFactory: () => new WorkerHost({ env, log, onFatal }) },
        { provide: HostLifecycle, useFactory: (host: WorkerHost) => new HostLifecycle(host), inject: [WorkerHost] },
      ],
    };
  }
}
