import { Module } from '@nestjs/common';
import { ConveningController } from './convening.controller.ts';
import { ConveningDesk } from './convening-desk.service.ts';
import { ConveningService } from './convening.service.ts';
import { SeatPage } from './seat.page.ts';
import { SessionListController } from './session-list.controller.ts';
import { SessionListService } from './session-list.service.ts';
import { SessionsController } from './sessions.controller.ts';
import { SessionsService } from './sessions.service.ts';

@Module({
  controllers: [ConveningController, SessionListController, SessionsController],
  providers: [SessionListService, SessionsService, ConveningService, ConveningDesk, SeatPage],
  exports: [SeatPage],
})
export class SessionsModule {}
