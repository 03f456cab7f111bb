import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks/tasks.module.ts';
import { AftermathController } from './aftermath.controller.ts';
import { AftermathService } from './aftermath.service.ts';
import { ComplaintsController } from './complaints.controller.ts';
import { ComplaintsService } from './complaints.service.ts';
import { LateActs } from './late-acts.ts';
import { NumberingService } from './numbering.service.ts';

@Module({
  imports: [TasksModule],
  controllers: [ComplaintsController, AftermathController],
  providers: [ComplaintsService, AftermathService, LateActs, NumberingService],
  exports: [AftermathService],
})
export class ComplaintsModule {}
