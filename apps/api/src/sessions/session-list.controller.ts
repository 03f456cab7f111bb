import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Caller } from '../auth/allow.ts';
import type { Visitor } from '../auth/visitor.ts';
import { Answers } from '../docs/answers.ts';
import { sessionListQuery, sessionListSchema, type SessionListQuery, type SessionListView } from './session-list.schemas.ts';
import { SessionListService } from './session-list.service.ts';

@ApiTags('sessions')
@ApiBearerAuth()
@Controller('v1/sessions')
export class SessionListController {
  private readonly sessions: SessionListService;

  constructor(sessions: SessionListService) {
    this.sessions = sessions;
  }

  @Get()
  @Allow('read-session')
  @ApiOperation({ summary: 'Các phiên họp. Sessions of the councils that one may see, the latest first.' })
  @Answers(sessionListSchema)
  list(@Query({ schema: sessionListQuery }) query: SessionListQuery, @Caller() caller: Visitor): Promise<SessionListView> {
    return this.sessions.list(query, caller);
  }
}
