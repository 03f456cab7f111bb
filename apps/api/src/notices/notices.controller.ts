import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import type { FastifyReply } from 'fastify';
import { Allow } from '../auth/allow.ts';
import { Refuses } from '../docs/refuses.ts';
import { noticePage, type Typed } from './notice-page.ts';
import { STATUS, type Said } from './notice-words.ts';
import { NoticesService, typedIn } from './notices.service.ts';

/** Comments from one place: enough for a household, too few to drown an office. */
const COMMENT_RATE = { limit: 6, ttl: 600_000, blockDuration: 600_000 };

const NOTHING: Typed = { text: '', writer: '', contact: '' };
const FIELDS = { text: { type: 'string' }, writer: { type: 'string' }, contact: { type: 'string' } };

/** Nominations before the public. */
@ApiTags('notices')
@UseGuards(ThrottlerGuard)
@Controller('n/:nominationId')
export class NoticesController {
  private readonly notices: NoticesService;

  constructor(notices: NoticesService) {
    this.notices = notices;
  }

  @Get()
  @Allow('anyone')
  @ApiOperation({ summary: 'Thông báo lấy ý kiến nhân dân. A public notice: name, unit, award, achievement, and a form to comment.' })
  @ApiProduces('text/html')
  @ApiResponse({ status: 200, description: 'The notice; once it is over, only that.', schema: { type: 'string' } })
  @Refuses(404, 'No notice of this nomination was published.')
  async show(
    @Param('nominationId') id: string,
    @Query('lang') lang: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.page(id, { lang, said: null, typed: NOTHING }, reply);
  }

  @Post()
  @Allow('anyone')
  @Throttle({ default: COMMENT_RATE })
  @ApiOperation({
    summary: 'Gửi ý kiến. Leaves a comment; the notice cannot end before it is answered. The same comment again counts once.',
  })
  @ApiConsumes('application/x-www-form-urlencoded', 'application/json')
  @ApiBody({ schema: { type: 'object', required: ['text'], properties: FIELDS } })
  @ApiProduces('text/html')
  @ApiResponse({ status: 200, description: 'Recorded.', schema: { type: 'string' } })
  @ApiResponse({ status: 409, description: 'The notice is over.', schema: { type: 'string' } })
  @ApiResponse({ status: 422, description: 'Empty, or too long.', schema: { type: 'string' } })
  @Refuses(429, 'Too many comments.')
  async write(
    @Param('nominationId') id: string,
    @Query('lang') lang: string | undefined,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const typed = typedIn(body);
    await this.notices.notice(id);
    const said = await this.notices.write(id, typed);
    return this.page(id, { lang, said, typed: STATUS[said] === 200 ? NOTHING : typed }, reply);
  }

  private async page(id: string, { lang, said, typed }: Shown, reply: FastifyReply): Promise<string> {
    const notice = await this.notices.notice(id);
    void reply
      .status(said === null ? 200 : STATUS[said])
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store');
    return noticePage({ notice, language: lang === 'en' ? 'en' : 'vi', said, typed });
  }
}

interface Shown {
  readonly lang: string | undefined;
  readonly said: Said | null;
  readonly typed: Typed;
}
