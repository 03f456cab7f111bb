import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { AccessGuard } from './auth/access.guard.ts';
import { AssetsModule } from './assets/assets.module.ts';
import { AuthModule } from './auth/auth.module.ts';
import { BouncesModule } from './bounces/bounces.module.ts';
import { ComplaintsModule } from './complaints/complaints.module.ts';
import { ConsoleModule } from './console/console.module.ts';
import { DocsModule } from './docs/docs.module.ts';
import { DocumentsModule } from './documents/documents.module.ts';
import { EventsModule } from './events/events.module.ts';
import { HealthModule } from './health/health.module.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { schemaPipe } from './http/schema.pipe.ts';
import { NominationsModule } from './nominations/nominations.module.ts';
import { NomineesModule } from './nominees/nominees.module.ts';
import { NoticesModule } from './notices/notices.module.ts';
import { ObjectionsModule } from './objections/objections.module.ts';
import { OperationsModule } from './operations/operations.module.ts';
import { PartsModule } from './parts/parts.module.ts';
import type { ApiParts } from './parts/parts.ts';
import { ReportsModule } from './reports/reports.module.ts';
import { SessionsModule } from './sessions/sessions.module.ts';
import { TasksModule } from './tasks/tasks.module.ts';

const MINUTE_MS = 60_000;

const CAPABILITIES = [
  DocsModule,
  AssetsModule,
  AuthModule,
  ConsoleModule,
  EventsModule,
  DocumentsModule,
  NominationsModule,
  NomineesModule,
  ComplaintsModule,
  NoticesModule,
  ReportsModule,
  TasksModule,
  SessionsModule,
  OperationsModule,
  ObjectionsModule,
  BouncesModule,
  HealthModule,
];

/** The capabilities of the API, joined over its parts. */
@Module({})
export class AppModule {
  static of(parts: ApiParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PartsModule.of(parts),
        ThrottlerModule.forRoot({ throttlers: [{ ttl: MINUTE_MS, limit: parts.settings.RATE_LIMIT_PER_MINUTE }] }),
        ...CAPABILITIES,
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useFactory: schemaPipe },
      ],
    };
  }
}
