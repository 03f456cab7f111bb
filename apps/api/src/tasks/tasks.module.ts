import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.ts';
import { CompletionService } from './completion.service.ts';
import { GuessLimit } from './guess-limit.ts';
import { TaskAnswerService } from './task-answer.service.ts';
import { TaskVisitService } from './task-visit.service.ts';
import { TasksController } from './tasks.controller.ts';

@Module({
  imports: [DocumentsModule],
  controllers: [TasksController],
  providers: [TaskVisitService, TaskAnswerService, CompletionService, GuessLimit],
})
export class TasksModule {}
