import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.ts';
import { SeatPage } from '../sessions/seat.page.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { ActTeller } from './act-teller.service.ts';
import { CodeGate } from './code-gate.service.ts';
import { CompletionService } from './completion.service.ts';
import { GuessLimit } from './guess-limit.ts';
import { HoldDesk } from './hold-desk.service.ts';
import { ObjectionPage } from './objection-page.ts';
import { PersonPages } from './person-pages.ts';
import { TaskAnswerService } from './task-answer.service.ts';
import { TaskFiles } from './task-files.ts';
import { TaskPage } from './task.page.ts';
import { TasksController } from './tasks.controller.ts';
import { TokenDoor } from './token-door.service.ts';
import { TOKEN_PAGES, type TokenPage } from './token-page.ts';

/** The pages behind mailed links; a new kind of page is one class here and its module's import. */
const PAGES = [TaskPage, ObjectionPage, PersonPages];
/** Pages that belong to another capability. */
const OTHER_PAGES = [SeatPage];

@Module({
  imports: [DocumentsModule, SessionsModule],
  controllers: [TasksController],
  providers: [
    TokenDoor,
    TaskAnswerService,
    CompletionService,
    GuessLimit,
    TaskFiles,
    CodeGate,
    ActTeller,
    HoldDesk,
    ...PAGES,
    { provide: TOKEN_PAGES, useFactory: (...pages: TokenPage[]) => pages, inject: [...PAGES, ...OTHER_PAGES] },
  ],
  exports: [ActTeller, HoldDesk],
})
export class TasksModule {}
