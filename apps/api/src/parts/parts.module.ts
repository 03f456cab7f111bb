import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { PART, type ApiParts } from './parts.ts';

/** Makes every part injectable everywhere, and gives connections back at the end. */
@Module({})
export class PartsModule implements OnApplicationShutdown {
  private readonly close: ApiParts['close'];

  constructor(@Inject(PART.close) close: ApiParts['close']) {
    this.close = close;
  }

  static of(parts: ApiParts): DynamicModule {
    const names = Object.keys(PART) as (keyof ApiParts)[];
    const providers = names.map((name) => ({ provide: PART[name], useValue: parts[name] }));
    return { module: PartsModule, global: true, providers, exports: providers.map(({ provide }) => provide) };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }
}
