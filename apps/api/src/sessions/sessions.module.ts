import { Module } from '@nestjs/common';
import { ConveningService } from './convening.service.ts';
import { SeatPage } from './seat.page.ts';
import { SessionsController } from './sessions.controller.ts';
import { SessionsService } from './sessions.service.ts';

@Module({ controllers: [SessionsController], providers: [SessionsService, ConveningService, SeatPage], exports: [SeatPage] })
export class SessionsModule {}
