import { Module } from '@nestjs/common';
import { ConveningService } from './convening.service.ts';
import { SeatPage } from './seat.page.ts';
import { SessionListController } from './session-list.controller.ts';
import { SessionListService } from './session-list.service.ts';
import { SessionsController } from './sessions.controller.ts';
import { SessionsService } from './sessions.service.ts';

@Module({
  controllers: [SessionListController, SessionsController],
  providers: [SessionListService, SessionsService, ConveningService, SeatPage],
  exports: [SeatPage],
})
export class SessionsModule {}
