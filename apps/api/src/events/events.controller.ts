import type { Principal } from '@laurel/db';
import { Controller, Post, Req, Res, UseGuards, type RawBodyRequest } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, Caller } from '../auth/allow.ts';
import { CallerThrottler, EVENT_RATE } from '../http/throttlers.ts';
import { acceptedSchema, batchSchema } from './events.schemas.ts';
import { EventsService, type AcceptedEvent, type BatchItem } from './events.service.ts';

@ApiTags('events')
@ApiBearerAuth()
@Controller('v1/events')
export class EventsController {
  private readonly events: EventsService;

  constructor(events: EventsService) {
    this.events = events;
  }

  @Post()
  @Allow('send-event')
  @UseGuards(CallerThrottler)
  @Throttle({ default: EVENT_RATE })
  @ApiOperation({
    summary: 'Nhận sự kiện. Takes CloudEvents 1.0.2: structured, batched or binary; their data is described in /asyncapi.json.',
  })
  @ApiConsumes('application/cloudevents+json', 'application/cloudevents-batch+json', 'application/json')
  @ApiBody({ schema: { oneOf: [{ type: 'object' }, { type: 'array', items: { type: 'object' } }] } })
  @ApiResponse({ status: 202, description: 'Accepted durably, or accepted before.', standardSchema: acceptedSchema })
  @ApiResponse({ status: 200, description: 'A batch: each item accepted or refused on its own.', standardSchema: batchSchema })
  async receive(
    @Req() request: RawBodyRequest<FastifyRequest>,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AcceptedEvent | { items: readonly BatchItem[] }> {
    const body = request.rawBody ?? (Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
    const received = await this.events.receive(request.headers, body, caller);
    void reply.status(received.batch ? 200 : 202);
    if (received.batch) return { items: received.items };
    const { answer } = received;
    if (answer.nominationId !== undefined) void reply.header('location', `/v1/nominations/${answer.nominationId}`);
    return answer;
  }
}
