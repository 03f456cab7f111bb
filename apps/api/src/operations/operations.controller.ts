import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '@laurel/db';
import type { z } from 'zod';
import { Allow, Caller } from '../auth/allow.ts';
import { Answers } from '../docs/answers.ts';
import { Problem } from '../http/problem.ts';
import { healthSchema, type OperationsHealth } from './health.schemas.ts';
import {
  remedyBody,
  remedyResults,
  stuckQuery,
  stuckSchema,
  type RemedyRequest,
  type RemedyResults,
  type Stuck,
} from './operations.schemas.ts';
import { OperationsHealthService } from './operations-health.service.ts';
import { RemediesService } from './remedies.service.ts';
import { StuckService } from './stuck.service.ts';

@ApiTags('operations')
@ApiBearerAuth()
@Controller('v1/operations')
export class OperationsController {
  private readonly stuckService: StuckService;
  private readonly remedies: RemediesService;
  private readonly healthService: OperationsHealthService;

  constructor(stuckService: StuckService, remedies: RemediesService, healthService: OperationsHealthService) {
    this.stuckService = stuckService;
    this.remedies = remedies;
    this.healthService = healthService;
  }

  @Get('stuck')
  @Allow('read-operations')
  @ApiOperation({ summary: 'Việc đang kẹt, theo nguyên nhân. What is stuck, by cause; waiting for a person inside its time is not.' })
  @ApiHeader({ name: 'Accept-Language', required: false })
  @Answers(stuckSchema)
  stuck(
    @Query({ schema: stuckQuery }) query: z.output<typeof stuckQuery>,
    @Headers('accept-language') language: string | undefined,
  ): Promise<Stuck> {
    return this.stuckService.report(query, /^\s*en\b/i.test(language ?? '') ? 'en' : 'vi');
  }

  @Get('health')
  @Allow('read-operations')
  @ApiOperation({ summary: 'Tình trạng từng phần: tiến trình, hàng đợi, thư, sự kiện. Workers, queues, mail, events, canary.' })
  @Answers(healthSchema)
  health(): Promise<OperationsHealth> {
    return this.healthService.report();
  }

  @Post('remedies')
  @HttpCode(200)
  @Allow('operate')
  @ApiOperation({ summary: 'Xử lý sự cố, có nêu lý do. Runs a remedy; the same Idempotency-Key runs it once.' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Answers(remedyResults)
  run(
    @Body({ schema: remedyBody }) body: RemedyRequest,
    @Headers('idempotency-key') key: string | undefined,
    @Caller() caller: Principal,
  ): Promise<RemedyResults> {
    if (key !== undefined && (key === '' || key.length > 255))
      throw new Problem('BAD_REQUEST', 'The Idempotency-Key is empty or longer than 255 characters.');
    return this.remedies.run(body, key, caller);
  }

  @Get('jobs/:id')
  @Allow('read-operations')
  @ApiOperation({ summary: 'Một đợt xử lý đã đến đâu. How far a remedy for many is, with the result of each item.' })
  @Answers(remedyResults)
  job(@Param('id') id: string): Promise<RemedyResults> {
    return this.remedies.job(id);
  }
}
