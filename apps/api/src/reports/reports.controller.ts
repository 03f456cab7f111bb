import type { Principal, TitlesQuery } from '@laurel/db';
import type { IsoDate } from '@laurel/domain';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, Caller } from '../auth/allow.ts';
import { Answers } from '../docs/answers.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { countTimeliness, timelinessSchema, type TimelinessView } from './timeliness.ts';
import { countTitles, REPORT_ZONE, reportTimes, type TitleCount } from './titles.ts';

const reportQuery = z.object({
  asOf: z.iso.date('Write a date as YYYY-MM-DD.').optional(),
  knownAt: z.string().max(40).optional(),
  programme: z.string().max(100).optional(),
  campaign: z.string().max(100).optional(),
});

type ReportQuery = z.output<typeof reportQuery>;

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
  private readonly decisions: ApiParts['timeliness'];

  constructor(@Inject(PART.titles) report: ApiParts['titles'], @Inject(PART.timeliness) decisions: ApiParts['timeliness']) {
    this.report = report;
    this.decisions = decisions;
  }

  @Get('titles')
  @ApiOperation({
    summary: 'Số danh hiệu đã trao. Titles counted by award, level, issuer and kind of recipient, with the rows behind each number.',
  })
  @Answers(titlesSchema)
  async titles(
    @Query({ schema: reportQuery }) query: ReportQuery,
    @Caller() caller: Principal,
  ): Promise<{ asOf: string; knownAt: string; zone: string; total: number; counts: readonly TitleCount[] }> {
    const { asOf, knownAt, asked } = askedOf(query, caller);
    const rows = await this.report.rows(asked);
    return { asOf, knownAt, zone: REPORT_ZONE, total: rows.length, counts: countTitles(rows) };
  }

  @Get('timeliness')
  @ApiOperation({
    summary:
      'Xét đúng hạn. How many decisions came inside the clock, and the median of the working days they took; a clock that a hold or a return has stopped does not run.',
  })
  @Answers(timelinessSchema)
  async timeliness(@Query({ schema: reportQuery }) query: ReportQuery, @Caller() caller: Principal): Promise<TimelinessView> {
    const { asOf, knownAt, asked } = askedOf(query, caller);
    return { asOf, knownAt, zone: REPORT_ZONE, ...countTimeliness(await this.decisions.rows(asked)) };
  }
}

/** What a caller asks of the tables: both times, and the units that the caller may see. */
function askedOf(query: ReportQuery, caller: Principal): { readonly asOf: IsoDate; readonly knownAt: string; readonly asked: TitlesQuery } {
  const { asOf, knownAt, knownBefore } = reportTimes(query.asOf, query.knownAt, Date.now());
  const { programme = null, campaign = null } = query;
  return { asOf, knownAt, asked: { asOf, knownBefore, programme, campaign, units: caller.grants.units ?? null } };
}
