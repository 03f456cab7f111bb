import { Module } from '@nestjs/common';
import { OperationsController } from './operations.controller.ts';
import { OperatorActs } from './operator-acts.ts';
import { RemediesService } from './remedies.service.ts';
import { RemedyRunner } from './remedy-runner.ts';
import { StuckService } from './stuck.service.ts';

@Module({ controllers: [OperationsController], providers: [StuckService, RemediesService, RemedyRunner, OperatorActs] })
export class OperationsModule {}
