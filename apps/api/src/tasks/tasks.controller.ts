import { VOTES } from '@laurel/domain';
import { Body, Controller, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExcludeEndpoint, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../auth/allow.ts';
import { Answers, type Page } from '../docs/answers.ts';
import { Refuses } from '../docs/refuses.ts';
import { TokenThrottler } from '../http/throttlers.ts';
import { linkAnswerSchema, type LinkAnswer } from './tasks.schemas.ts';
import { TokenDoor } from './token-door.service.ts';
import type { TokenAnswer, Visitor } from './token-page.ts';

type TokenRequest = FastifyRequest<{ Params: { token: string }; Querystring: { lang?: string } }>;

function visitorOf({ url, params, query, headers, ip }: TokenRequest): Visitor {
  const [, rest = ''] = /^\/t\/[^/?]*\/?([^?]*)/.exec(url) ?? [];
  return {
    token: params.token,
    rest,
    lang: query.lang,
    accept: headers.accept,
    contentType: headers['content-type'],
    cookie: headers.cookie,
    origin: { address: ip, agent: (headers['user-agent'] ?? '').slice(0, 300) },
  };
}

function send(reply: FastifyReply, { status, headers, content, unlogged }: TokenAnswer): TokenAnswer['content'] {
  if (unlogged) reply.request.unlogged = true;
  void reply.status(status).headers({ ...headers });
  return content;
}

const text = { type: 'string' };

const ANSWER_BODY = {
  type: 'object',
  description: 'A task takes a decision; a seat of a council takes votes, attendance or a conflict.',
  properties: {
    ...{ decision: text, reason: text, number: text, signedOn: { ...text, format: 'date' }, to: text, rule: text, code: text },
    votes: { type: 'object', description: 'By nomination.', additionalProperties: { ...text, enum: [...VOTES] } },
    attendance: { ...text, enum: ['present', 'away', 'written'] },
    conflict: { ...text, description: 'The nomination in which the member has no voice.' },
    nonce: { ...text, description: 'Of a ballot: the same one again is the same ballot.' },
  },
};

/** The pages behind mailed links. */
@ApiTags('tasks')
@Allow('anyone')
@UseGuards(TokenThrottler)
@Controller('t/:token')
export class TasksController {
  private readonly door: TokenDoor;

  constructor(door: TokenDoor) {
    this.door = door;
  }

  @Get()
  @ApiOperation({ summary: 'Trang của một việc. The page of one task; it changes nothing, however often it is fetched.' })
  @ApiProduces('text/html')
  @ApiResponse({ status: 200, description: 'The page, whatever became of the task.', schema: { type: 'string' } })
  @Refuses(404, 'Not a link of this server.')
  async show(@Req() request: TokenRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<unknown> {
    return send(reply, await this.door.visit(visitorOf(request)));
  }

  @Get([':rest', ':rest/:item'])
  @ApiExcludeEndpoint()
  async showMore(@Req() request: TokenRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<unknown> {
    return send(reply, await this.door.visit(visitorOf(request)));
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Trả lời. Answers the task; 200 only when it is recorded, the same choice again is the same answer.' })
  @ApiConsumes('application/x-www-form-urlencoded', 'application/json')
  @ApiBody({ schema: ANSWER_BODY })
  @Answers(linkAnswerSchema)
  @Refuses(409, 'Closed: by whom and when.')
  @Refuses(422, 'Missing or foreign choice, or no reason.')
  @Refuses(503, 'NOT_CONFIRMED: press again, it will not count twice.')
  async answer(
    @Req() request: TokenRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LinkAnswer | Page> {
    return send(reply, await this.door.answer(visitorOf(request), body));
  }

  /** `documents` has its own route, and with it the limit of files. */
  @Post(['documents', ':rest'])
  @HttpCode(200)
  @ApiExcludeEndpoint()
  async answerMore(@Req() request: TokenRequest, @Body() body: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<unknown> {
    return send(reply, await this.door.answer(visitorOf(request), body));
  }
}
