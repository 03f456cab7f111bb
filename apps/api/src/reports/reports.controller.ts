import type { Principal } from '@laurel/db';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, Caller } from '../auth/allow.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { countTitles, REPORT_ZONE, reportTimes, type TitleCount } from './titles.ts';

const titlesQuery = z.object({
  asOf: z.iso.date('Write a date as YYYY-MM-DD.').optional(),
  knownAt: z.string().max(40).optional(),
  programme: z.string().max(100).optional(),
  campaign: z.string().max(100).optional(),
});

const title = z.object({
  id: z.string(),
  nominationId: z.string().nullable(),
  source: z.enum(['decision', 'history']),
  nominee: z.string(),
  unit: z.string(),
  programme: z.string(),
  campaign: z.string().nullable(),
  award: z.string(),
  level: z.string(),
  issuer: z.string(),
  recipientKind: z.string(),
  number: z.string().nullable(),
  signedOn: z.iso.date(),
  recordedAt: z.iso.datetime(),
});

const titlesSchema = z
  .object({
    asOf: z.iso.date(),
    knownAt: z.string(),
    zone: z.string(),
    total: z.int(),
    counts: z.array(
      z.object({
        award: z.string(),
        level: z.string(),
        issuer: z.string(),
        recipientKind: z.string(),
        count: z.int(),
        rows: z.array(title),
      }),
    ),
  })
  .meta({ id: 'TitlesReport' });

@ApiTags('reports')
@ApiBearerAuth()
@Allow('read-report')
@Controller('v1/reports')
export class ReportsController {
  private readonly report: ApiParts['titles'];

  constructor(@Inject(PART.titles) report: ApiParts['titles']) {
    this.report = report;
  }

  @Get('titles')
  @ApiOperation({
    summary: 'Số danh hiệu đã trao. Titles counted by award, level, issuer and kind of recipient, with the rows behind each number.',
  })
  @ApiOkResponse({ standardSchema: titlesSchema })
  async titles(
    @Query({ schema: titlesQuery }) query: z.output<typeof titlesQuery>,
    @Caller() caller: Principal,
  ): Promise<{ asOf: string; knownAt: string; zone: string; total: number; counts: readonly TitleCount[] }> {
    const { asOf, knownAt, knownBefore } = reportTimes(query.asOf, query.knownAt, Date.now());
    const units = caller.grants.units ?? null;
    const rows = await this.report.rows({ asOf, knownBefore, programme: query.programme ?? null, campaign: query.campaign ?? null, units });
    return { asOf, knownAt, zone: REPORT_ZONE, total: rows.length, counts: countTitles(rows) };
  }
}
