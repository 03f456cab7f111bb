import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Allow } from '../auth/allow.ts';
import { Answers } from '../docs/answers.ts';
import { HealthService } from './health.service.ts';
import type { Readiness } from './readiness.ts';

const state = z.enum(['ok', 'degraded', 'down']);
const aliveSchema = z.object({ status: z.literal('ok') }).meta({ id: 'Alive' });

const readinessSchema = z
  .object({ status: state, parts: z.object({ database: state, temporal: state, workers: state, mail: state }) })
  .meta({ id: 'Readiness' });

@ApiTags('health')
@Allow('anyone')
@Controller('health')
export class HealthController {
  private readonly health: HealthService;

  constructor(health: HealthService) {
    this.health = health;
  }

  @Get('live')
  @ApiOperation({ summary: 'Tiến trình còn chạy. The process runs.' })
  @Answers(aliveSchema)
  live(): z.output<typeof aliveSchema> {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Nhận sự kiện được. 200 while events can be accepted durably; each part on its own.' })
  @Answers(readinessSchema)
  @ApiResponse({ status: 503, description: 'Nothing can be stored.', standardSchema: readinessSchema })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const answer = await this.health.ready();
    void reply.status(answer.status === 'down' ? 503 : 200).header('cache-control', 'no-store');
    return answer;
  }
}
