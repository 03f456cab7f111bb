import { Module } from '@nestjs/common';
import { HealthModule } from '../health/health.module.ts';
import { MetricsController } from './metrics.controller.ts';
import { MetricsService } from './metrics.service.ts';
import { OperationsController } from './operations.controller.ts';
import { OperationsHealthService } from './operations-health.service.ts';
import { RemediesService } from './remedies.service.ts';
import { StuckService } from './stuck.service.ts';
import { WatchmanService } from './watchman.service.ts';

@Module({
  imports: [HealthModule],
  controllers: [OperationsController, MetricsController],
  providers: [StuckService, RemediesService, OperationsHealthService, MetricsService, WatchmanService],
  exports: [StuckService, RemediesService],
})
export class OperationsModule {}
