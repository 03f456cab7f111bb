import type { Principal } from '@laurel/db';
import { Body, Controller, Get, Headers, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Caller, NeedsScope } from '../auth/scope.guard.ts';
import { Problem } from '../http/problem.ts';
import {
  remedyBody,
  remedyResults,
  stuckQuery,
  stuckSchema,
  type RemedyRequest,
  type RemedyResults,
  type Stuck,
} from './operations.schemas.ts';
import { RemediesService } from './remedies.service.ts';
import { StuckService } from './stuck.service.ts';

@ApiTags('operations')
@ApiBearerAuth()
@Controller('v1/operations')
export class OperationsController {
  private readonly stuckService: StuckService;
  private readonly remedies: RemediesService;

  constructor(stuckService: StuckService, remedies: RemediesService) {
    this.stuckService = stuckService;
    this.remedies = remedies;
  }

  @Get('stuck')
  @NeedsScope('operations:read')
  @ApiOperation({ summary: 'Việc đang kẹt, theo nguyên nhân. What is stuck, by cause; waiting for a person inside its time is not.' })
  @ApiOkResponse({ standardSchema: stuckSchema })
  stuck(@Query({ schema: stuckQuery }) query: z.output<typeof stuckQuery>): Promise<Stuck> {
    return this.stuckService.report(query);
  }

  @Post('remedies')
  @HttpCode(200)
  @NeedsScope('operations:act')
  @ApiOperation({ summary: 'Xử lý sự cố, có nêu lý do. Runs a remedy; the same Idempotency-Key runs it once.' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ standardSchema: remedyResults })
  run(
    @Body({ schema: remedyBody }) body: RemedyRequest,
    @Headers('idempotency-key') key: string | undefined,
    @Caller() caller: Principal,
  ): Promise<RemedyResults> {
    if (key !== undefined && (key === '' || key.length > 255))
      throw new Problem('BAD_REQUEST', 'The Idempotency-Key is empty or longer than 255 characters.');
    return this.remedies.run(body, key, caller);
  }
}
