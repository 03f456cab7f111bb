import { Module } from '@nestjs/common';
import { OperationsModule } from '../operations/operations.module.ts';
import { CaseActionsService } from './case-actions.service.ts';
import { CaseActs } from './case-acts.ts';
import { CasePageService } from './case-page.service.ts';
import { ConsoleAccessController } from './console-access.controller.ts';
import { ConsoleNominationsController } from './console-nominations.controller.ts';
import { ConsoleProgrammesController } from './console-programmes.controller.ts';
import { ConsoleController } from './console.controller.ts';
import { ConsoleService } from './console.service.ts';
import { ProgrammeShelf } from './programme-shelf.ts';

@Module({
  imports: [OperationsModule],
  controllers: [ConsoleController, ConsoleNominationsController, ConsoleProgrammesController, ConsoleAccessController],
  providers: [ConsoleService, CasePageService, CaseActionsService, CaseActs, ProgrammeShelf],
})
export class ConsoleModule {}
