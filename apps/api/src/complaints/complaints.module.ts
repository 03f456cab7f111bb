import { Module } from '@nestjs/common';
import { ComplaintsController } from './complaints.controller.ts';
import { ComplaintsService } from './complaints.service.ts';
import { LateActs } from './late-acts.ts';

@Module({ controllers: [ComplaintsController], providers: [ComplaintsService, LateActs] })
export class ComplaintsModule {}
