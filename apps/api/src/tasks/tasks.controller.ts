import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExcludeEndpoint, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { problemSchema } from '../docs/problem.schema.ts';
import { TokenThrottler } from '../http/throttlers.ts';
import { TaskVisitService, type Visit } from './task-visit.service.ts';

const answerSchema = z.object({ taskId: z.string(), decision: z.string(), recordedAt: z.iso.datetime() }).meta({ id: 'TaskAnswer' });

const HTML = 'text/html; charset=utf-8';

function visitOf(request: FastifyRequest, token: string, lang: string | undefined): Visit {
  const agent = (request.headers['user-agent'] ?? '').slice(0, 300);
  return {
    token,
    lang,
    accept: request.headers.accept,
    contentType: request.headers['content-type'],
    origin: { address: request.ip, agent },
  };
}

const ANSWER_BODY = {
  type: 'object',
  required: ['decision'],
  properties: {
    decision: { type: 'string' },
    reason: { type: 'string' },
    number: { type: 'string' },
    signedOn: { type: 'string', format: 'date' },
    to: { type: 'string' },
  },
};

/** The pages behind mailed links. */
@ApiTags('tasks')
@UseGuards(TokenThrottler)
@Controller('t/:token')
export class TasksController {
  private readonly visits: TaskVisitService;

  constructor(visits: TaskVisitService) {
    this.visits = visits;
  }

  @Get()
  @Header('content-type', HTML)
  @ApiOperation({ summary: 'Trang của một việc. The page of one task; it changes nothing, however often it is fetched.' })
  @ApiProduces('text/html')
  @ApiResponse({ status: 200, description: 'The page, whatever became of the task.', schema: { type: 'string' } })
  @ApiResponse({ status: 404, description: 'Not a link of this server.', standardSchema: problemSchema })
  show(@Param('token') token: string, @Query('lang') lang: string | undefined, @Req() request: FastifyRequest): Promise<string> {
    return this.visits.show(visitOf(request, token, lang));
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Trả lời. Answers the task; 200 only when it is recorded, the same choice again is the same answer.' })
  @ApiConsumes('application/x-www-form-urlencoded', 'application/json')
  @ApiBody({ schema: ANSWER_BODY })
  @ApiResponse({ status: 200, description: 'Recorded.', standardSchema: answerSchema })
  @ApiResponse({ status: 409, description: 'Closed: by whom and when.', standardSchema: problemSchema })
  @ApiResponse({ status: 422, description: 'Missing or foreign choice, or no reason.', standardSchema: problemSchema })
  @ApiResponse({ status: 503, description: 'NOT_CONFIRMED: press again, it will not count twice.', standardSchema: problemSchema })
  async answer(
    @Param('token') token: string,
    @Query('lang') lang: string | undefined,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const { status, headers, content } = await this.visits.answer(visitOf(request, token, lang), body);
    void reply.status(status).headers({ ...headers });
    return content;
  }

  @Post('documents')
  @HttpCode(200)
  @ApiExcludeEndpoint()
  async complete(
    @Param('token') token: string,
    @Query('lang') lang: string | undefined,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const { status, headers, content } = await this.visits.complete(visitOf(request, token, lang), body);
    void reply.status(status).headers({ ...headers });
    return content;
  }
}
