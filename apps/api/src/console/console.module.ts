import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/complaints.module.ts';
import { OperationsModule } from '../operations/operations.module.ts';
import { TasksModule } from '../tasks/tasks.module.ts';
import { CaseActionsService } from './case-actions.service.ts';
import { CaseActs } from './case-acts.ts';
import { CaseAfterwardsService } from './case-afterwards.service.ts';
import { CasePageService } from './case-page.service.ts';
import { ConsoleAccessController } from './console-access.controller.ts';
import { ConsoleNominationsController } from './console-nominations.controller.ts';
import { ConsoleProgrammesController } from './console-programmes.controller.ts';
import { ConsoleController } from './console.controller.ts';
import { ConsoleService } from './console.service.ts';
import { ProgrammeShelf } from './programme-shelf.ts';

@Module({
  imports: [OperationsModule, ComplaintsModule, TasksModule],
  controllers: [ConsoleController, ConsoleNominationsController, ConsoleProgrammesController, ConsoleAccessController],
  providers: [ConsoleService, CasePageService, CaseActionsService, CaseActs, CaseAfterwardsService, ProgrammeShelf],
})
export class ConsoleModule {}
