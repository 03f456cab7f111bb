import type { NominationPage, NominationView, TimelineEntry } from '@laurel/db';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Caller } from '../auth/allow.ts';
import type { Visitor } from '../auth/visitor.ts';
import { Answers } from '../docs/answers.ts';
import { listQuery, pageSchema, timelineSchema, viewSchema, type ListQuery } from './nominations.schemas.ts';
import { NominationsService } from './nominations.service.ts';

@ApiTags('nominations')
@ApiBearerAuth()
@Allow('read-nomination')
@Controller('v1/nominations')
export class NominationsController {
  private readonly nominations: NominationsService;

  constructor(nominations: NominationsService) {
    this.nominations = nominations;
  }

  @Get()
  @ApiOperation({ summary: 'Danh sách hồ sơ, mới nhất trước. Lists nominations, newest first, by cursor.' })
  @Answers(pageSchema)
  list(@Query({ schema: listQuery }) query: ListQuery, @Caller() caller: Visitor): Promise<NominationPage> {
    return this.nominations.list(query, caller);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Một hồ sơ. Where a nomination stands.' })
  @Answers(viewSchema)
  view(@Param('id') id: string, @Caller() caller: Visitor): Promise<NominationView> {
    return this.nominations.view(id, caller);
  }

  @Get(':id/timeline')
  @ApiOperation({ summary: 'Diễn biến hồ sơ. Every transition: when, who, for whom, why, under which rules.' })
  @Answers(timelineSchema)
  timeline(@Param('id') id: string, @Caller() caller: Visitor): Promise<{ nominationId: string; entries: readonly TimelineEntry[] }> {
    return this.nominations.timeline(id, caller);
  }
}
