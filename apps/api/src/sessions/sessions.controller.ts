import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, Caller } from '../auth/allow.ts';
import type { Visitor } from '../auth/visitor.ts';
import { Answers } from '../docs/answers.ts';
import { Refuses } from '../docs/refuses.ts';
import {
  attendanceBody,
  conveneBody,
  liftBody,
  recusalBody,
  requestBody,
  sessionSchema,
  type AttendanceRequest,
  type ConveneRequest,
  type LiftRequest,
  type RecusalRequest,
  type SessionView,
} from './sessions.schemas.ts';
import { SessionsService } from './sessions.service.ts';

@ApiTags('sessions')
@ApiBearerAuth()
@Allow('run-session')
@Controller('v1/sessions')
export class SessionsController {
  private readonly sessions: SessionsService;

  constructor(sessions: SessionsService) {
    this.sessions = sessions;
  }

  @Post()
  @ApiOperation({ summary: 'Triệu tập phiên họp hội đồng. Convenes a council over an agenda of up to 2,000 nominations.' })
  @Answers(sessionSchema, 201)
  @Refuses(409, 'A line is on the agenda of another running session.')
  @Refuses(422, 'A line that cannot be voted on, with the first lawful day where its notice still runs.')
  convene(@Body({ schema: conveneBody }) body: ConveneRequest, @Caller() caller: Visitor): Promise<SessionView> {
    return this.sessions.convene(body, caller);
  }

  @Get(':id')
  @Allow('read-session')
  @ApiOperation({ summary: 'Một phiên họp. A session: attendance, who has voted, quorum; counts only after the close.' })
  @Answers(sessionSchema)
  view(@Param('id') id: string, @Caller() caller: Visitor): Promise<SessionView> {
    return this.sessions.view(id, caller);
  }

  @Get(':id/minutes')
  @Allow('read-session')
  @Header('content-type', 'text/html; charset=utf-8')
  @ApiOperation({ summary: 'Biên bản kiểm phiếu. The minutes of the count, to print.' })
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  minutes(@Param('id') id: string, @Caller() caller: Visitor): Promise<string> {
    return this.sessions.minutes(id, caller);
  }

  @Post(':id/attendance')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ghi nhận dự họp. Notes whether a member attends, is away, or votes in writing.' })
  @Answers(sessionSchema)
  attend(
    @Param('id') id: string,
    @Body({ schema: attendanceBody }) body: AttendanceRequest,
    @Caller() caller: Visitor,
  ): Promise<SessionView> {
    return this.sessions.attend(id, body, caller);
  }

  @Post(':id/recusals')
  @HttpCode(200)
  @ApiOperation({ summary: 'Thành viên tránh một đề nghị. Takes a member’s voice in one line away.' })
  @Answers(sessionSchema)
  recuse(@Param('id') id: string, @Body({ schema: recusalBody }) body: RecusalRequest, @Caller() caller: Visitor): Promise<SessionView> {
    return this.sessions.recuse(id, body, caller);
  }

  @Post(':id/recusals/lift')
  @HttpCode(200)
  @ApiOperation({ summary: 'Gỡ việc tránh, bởi người thứ hai. Gives the voice back, by a second person without a conflict.' })
  @Answers(sessionSchema)
  lift(@Param('id') id: string, @Body({ schema: liftBody }) body: LiftRequest, @Caller() caller: Visitor): Promise<SessionView> {
    return this.sessions.lift(id, body, caller);
  }

  @Post(':id/close')
  @HttpCode(202)
  @ApiOperation({ summary: 'Đóng bỏ phiếu sớm. Closes the ballot early; what was cast is counted.' })
  @Answers(sessionSchema, 202)
  close(
    @Param('id') id: string,
    @Body({ schema: requestBody }) { reason }: { reason: string },
    @Caller() caller: Visitor,
  ): Promise<SessionView> {
    return this.sessions.request(id, 'close', reason, caller);
  }

  @Post(':id/adjourn')
  @HttpCode(202)
  @ApiOperation({ summary: 'Hoãn phiên họp. Adjourns the session: nothing is counted, its lines wait for another one.' })
  @Answers(sessionSchema, 202)
  adjourn(
    @Param('id') id: string,
    @Body({ schema: requestBody }) { reason }: { reason: string },
    @Caller() caller: Visitor,
  ): Promise<SessionView> {
    return this.sessions.request(id, 'adjourn', reason, caller);
  }
}
