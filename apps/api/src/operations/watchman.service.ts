import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { PART, type ApiParts } from '../parts/parts.ts';

const LOOKS_EVERY_MS = 5_000;

type Watching = NonNullable<ApiParts['operations']['watchman']>;

/** Lets the watchman turn as long as the API runs. */
@Injectable()
export class WatchmanService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly watchman: ApiParts['operations']['watchman'];
  private readonly logger: ApiParts['logger'];
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private turning: Promise<void> = Promise.resolve();

  constructor(@Inject(PART.operations) operations: ApiParts['operations'], @Inject(PART.logger) logger: ApiParts['logger']) {
    this.watchman = operations.watchman;
    this.logger = logger;
  }

  onApplicationBootstrap(): void {
    if (this.watchman) this.turnSoon(this.watchman);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.turning;
    await this.watchman?.close();
  }

  private turnSoon(watchman: Watching): void {
    if (this.stopped) return;
    const begin = (): void => {
      this.turning = this.turn(watchman);
    };
    this.timer = setTimeout(begin, LOOKS_EVERY_MS).unref();
  }

  private async turn(watchman: Watching): Promise<void> {
    await watchman.turn().catch((error: unknown) => {
      this.logger.error({ err: error }, 'The watchman could not finish its turn');
    });
    this.turnSoon(watchman);
  }
}
