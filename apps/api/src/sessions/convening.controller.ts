import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Caller } from '../auth/allow.ts';
import type { Visitor } from '../auth/visitor.ts';
import { Answers } from '../docs/answers.ts';
import { Refuses } from '../docs/refuses.ts';
import { ConveningDesk } from './convening-desk.service.ts';
import {
  councilQuery,
  councilsSchema,
  previewSchema,
  waitingSchema,
  type CouncilQuery,
  type CouncilsView,
  type SessionPreview,
  type WaitingView,
} from './convening.schemas.ts';
import { conveneBody, type ConveneRequest } from './sessions.schemas.ts';

/** What one looks at before a council is called together. */
@ApiTags('sessions')
@ApiBearerAuth()
@Allow('run-session')
@Controller('v1/sessions')
export class ConveningController {
  private readonly desk: ConveningDesk;

  constructor(desk: ConveningDesk) {
    this.desk = desk;
  }

  @Get('councils')
  @ApiOperation({ summary: 'Các hội đồng triệu tập được. Councils that one may call together, by season.' })
  @Answers(councilsSchema)
  councils(@Caller() caller: Visitor): Promise<CouncilsView> {
    return this.desk.councils(caller);
  }

  @Get('waiting')
  @ApiOperation({ summary: 'Hồ sơ chờ phiên họp. Nominations that wait for a session of a council, with the first lawful day of each.' })
  @Answers(waitingSchema)
  waiting(@Query({ schema: councilQuery }) query: CouncilQuery, @Caller() caller: Visitor): Promise<WaitingView> {
    return this.desk.waiting(query, caller);
  }

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'Xem trước phiên họp. Who would be called over how many lines; nothing is written.' })
  @Answers(previewSchema)
  @Refuses(422, 'What convening would refuse.')
  preview(@Body({ schema: conveneBody }) body: ConveneRequest, @Caller() caller: Visitor): Promise<SessionPreview> {
    return this.desk.preview(body, caller);
  }
}
