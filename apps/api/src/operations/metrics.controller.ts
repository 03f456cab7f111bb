import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../auth/allow.ts';
import { keyVisitor, may } from '../auth/visitor.ts';
import { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { MetricsService } from './metrics.service.ts';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

@ApiTags('operations')
@Controller('metrics')
export class MetricsController {
  private readonly service: MetricsService;
  private readonly keys: ApiParts['keys'];

  constructor(service: MetricsService, @Inject(PART.keys) keys: ApiParts['keys']) {
    this.service = service;
    this.keys = keys;
  }

  @Get()
  @Allow('anyone')
  @ApiOperation({ summary: 'Số đo cho hệ thống giám sát. OpenMetrics; from this machine, or with a key that reads operations.' })
  @ApiProduces('application/openmetrics-text')
  @ApiOkResponse({ schema: { type: 'string' } })
  async metrics(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    if (!isLocal(request)) await this.insistOnKey(request.headers.authorization);
    const { contentType, text } = await this.service.metrics();
    void reply.header('content-type', contentType).header('cache-control', 'no-store');
    return text;
  }

  private async insistOnKey(authorization: string | undefined): Promise<void> {
    const key = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    const principal = key === undefined ? null : await this.keys.principalOf(key);
    if (!principal) throw new Problem('KEY_MISSING', 'Send the header "Authorization: Bearer <api key>", or ask from this machine.');
    if (!may(keyVisitor(principal), 'read-operations'))
      throw new Problem('OUTSIDE_SCOPE', 'No scope of this key includes "read-operations".');
  }
}

/** A proxy on this machine speaks for others. */
function isLocal({ ip, headers }: FastifyRequest): boolean {
  return LOOPBACK.test(ip) && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined;
}
