import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.ts';
import { CompletionService } from './completion.service.ts';
import { GuessLimit } from './guess-limit.ts';
import { TaskAnswerService } from './task-answer.service.ts';
import { TaskPage } from './task.page.ts';
import { TasksController } from './tasks.controller.ts';
import { TokenDoor } from './token-door.service.ts';
import { TOKEN_PAGES, type TokenPage } from './token-page.ts';

/** The pages behind mailed links; a new kind of page is one class here and its module's import. */
const PAGES = [TaskPage];

@Module({
  imports: [DocumentsModule],
  controllers: [TasksController],
  providers: [
    TokenDoor,
    TaskAnswerService,
    CompletionService,
    GuessLimit,
    ...PAGES,
    { provide: TOKEN_PAGES, useFactory: (...pages: TokenPage[]) => pages, inject: PAGES },
  ],
})
export class TasksModule {}
