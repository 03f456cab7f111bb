import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Caller } from '../auth/allow.ts';
import type { Visitor } from '../auth/visitor.ts';
import { Answers } from '../docs/answers.ts';
import {
  objectionList,
  objectionQuery,
  settled,
  settlementBody,
  type ObjectionList,
  type ObjectionQuery,
  type Settled,
  type Settlement,
} from './objections.schemas.ts';
import { ObjectionsService } from './objections.service.ts';

@ApiTags('operations')
@ApiBearerAuth()
@Controller('v1/operations/objections')
export class ObjectionsController {
  private readonly service: ObjectionsService;

  constructor(service: ObjectionsService) {
    this.service = service;
  }

  @Get()
  @Allow('read-objection')
  @ApiOperation({ summary: 'Phản ánh “không phải tôi” chưa giải quyết. Objections to recorded answers that nobody has settled.' })
  @Answers(objectionList)
  open(@Query({ schema: objectionQuery }) query: ObjectionQuery, @Caller() caller: Visitor): Promise<ObjectionList> {
    return this.service.open(query, caller);
  }

  @Post(':id/settle')
  @HttpCode(200)
  @Allow('settle-objection')
  @ApiOperation({
    summary:
      'Giải quyết một phản ánh, có nêu lý do; hồ sơ hết tạm dừng. Settles an objection and lifts its hold; where it was somebody else, the stage is asked again.',
  })
  @Answers(settled)
  settle(@Param('id') id: string, @Body({ schema: settlementBody }) body: Settlement, @Caller() caller: Visitor): Promise<Settled> {
    return this.service.settle(id, body, caller);
  }
}
