import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../auth/allow.ts';
import { Answers } from '../docs/answers.ts';
import { bounceAnswer, type BounceAnswer } from './bounces.schemas.ts';
import { BouncesService } from './bounces.service.ts';

@ApiTags('operations')
@ApiBearerAuth()
@Controller('v1/bounces')
export class BouncesController {
  private readonly service: BouncesService;

  constructor(service: BouncesService) {
    this.service = service;
  }

  @Post()
  @HttpCode(200)
  @Allow('note-bounce')
  @ApiConsumes('message/rfc822', 'application/json')
  @ApiOperation({ summary: 'Thư bị trả lại. A delivery status notification (RFC 3464) as it came, or the notice of a mail provider.' })
  @Answers(bounceAnswer)
  take(@Body() body: unknown): Promise<BounceAnswer> {
    return this.service.take(body);
  }
}
