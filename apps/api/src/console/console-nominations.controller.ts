import type { MailLine, NominationLines, SearchTotal, TimelineEntry } from '@laurel/db';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PassThrough } from 'node:stream';
import { Allow, Caller } from '../auth/allow.ts';
import type { Visitor } from '../auth/visitor.ts';
import { Answers } from '../docs/answers.ts';
import { CaseActionsService, type CaseActionResult } from './case-actions.service.ts';
import { caseAfterwardsSchema } from './case-afterwards.schemas.ts';
import { CaseAfterwardsService, type CaseAfterwards } from './case-afterwards.service.ts';
import { casePageSchema } from './case-page.schemas.ts';
import { CasePageService, type CasePage, type WorkflowView } from './case-page.service.ts';
import { caseActionResultSchema, caseMailsSchema, caseTimelineSchema, caseWorkflowSchema } from './case-records.schemas.ts';
import { caseAction, exportQuery, searchQuery, type CaseAction, type ExportQuery, type SearchQueryInput } from './console.schemas.ts';
import { ConsoleService } from './console.service.ts';
import { nominationList } from './nomination-list.schemas.ts';
import { writeSpreadsheet } from './spreadsheet.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Nominations as the console lists and shows them. */
@ApiTags('console')
@Controller('v1/console/nominations')
export class ConsoleNominationsController {
  private readonly service: ConsoleService;
  private readonly cases: CasePageService;
  private readonly actions: CaseActionsService;
  private readonly afterwards: CaseAfterwardsService;

  constructor(service: ConsoleService, cases: CasePageService, actions: CaseActionsService, afterwards: CaseAfterwardsService) {
    this.service = service;
    this.cases = cases;
    this.actions = actions;
    this.afterwards = afterwards;
  }

  @Get()
  @Allow('read-nomination')
  @ApiOperation({ summary: 'Tìm hồ sơ, có dấu hay không dấu. Searches, filters and sorts nominations, by cursor.' })
  @Answers(nominationList)
  list(
    @Query({ schema: searchQuery }) query: SearchQueryInput,
    @Caller() visitor: Visitor,
  ): Promise<NominationLines & { total: SearchTotal }> {
    return this.service.list(query, visitor);
  }

  @Get('export')
  @Allow('read-nomination')
  @ApiOperation({ summary: 'Xuất danh sách ra bảng tính. The list as a spreadsheet, with its filters and order.' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ description: 'A workbook.', schema: { type: 'string', format: 'binary' } })
  async export(@Query({ schema: exportQuery }) query: ExportQuery, @Caller() visitor: Visitor, @Res() reply: FastifyReply): Promise<void> {
    const stream = new PassThrough();
    const written = writeSpreadsheet(stream, this.service.lines(query, visitor), query.language);
    written.catch((error: unknown) => stream.destroy(error instanceof Error ? error : new Error('The export broke off.')));
    const name = `laurel-${new Date().toISOString().slice(0, 10)}.xlsx`;
    void reply.type(XLSX).header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'no-store');
    await reply.send(stream);
  }

  @Get(':id')
  @Allow('read-nomination')
  @ApiOperation({ summary: 'Một hồ sơ đầy đủ. One nomination: its route, clocks, tasks, documents, decisions, and what may be done.' })
  @Answers(casePageSchema)
  page(@Param('id') id: string, @Caller() visitor: Visitor): Promise<CasePage> {
    return this.cases.page(id, visitor);
  }

  @Get(':id/timeline')
  @Allow('read-nomination')
  @ApiOperation({ summary: 'Diễn biến. Every transition: who, acting for whom, when, why, under which rules.' })
  @Answers(caseTimelineSchema)
  timeline(@Param('id') id: string, @Caller() visitor: Visitor): Promise<{ readonly entries: readonly TimelineEntry[] }> {
    return this.cases.timeline(id, visitor);
  }

  @Get(':id/mails')
  @Allow('read-mail')
  @ApiOperation({ summary: 'Thư của hồ sơ. Every mail planned for the case and what became of it.' })
  @Answers(caseMailsSchema)
  mails(@Param('id') id: string, @Caller() visitor: Visitor): Promise<{ readonly mails: readonly MailLine[] }> {
    return this.cases.mails(id, visitor);
  }

  @Get(':id/afterwards')
  @Allow('read-registry')
  @ApiOperation({ summary: 'Sau kết quả. Complaints, revocations, recalls, re-examinations, overrides, and what may be done.' })
  @Answers(caseAfterwardsSchema)
  after(@Param('id') id: string, @Caller() visitor: Visitor): Promise<CaseAfterwards> {
    return this.afterwards.of(id, visitor);
  }

  @Get(':id/workflow')
  @Allow('read-workflow')
  @ApiOperation({ summary: 'Quy trình đang chạy. What the engine does for the case: pending activities, timers, last failure.' })
  @Answers(caseWorkflowSchema)
  workflow(@Param('id') id: string, @Caller() visitor: Visitor): Promise<WorkflowView> {
    return this.cases.workflow(id, visitor);
  }

  @Post(':id/actions')
  @HttpCode(200)
  @Allow('read-nomination')
  @ApiOperation({ summary: 'Xử lý hồ sơ, có nêu lý do. Does one of the actions of the case; the same Idempotency-Key does it once.' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @Answers(caseActionResultSchema)
  act(
    @Param('id') id: string,
    @Body({ schema: caseAction }) action: CaseAction,
    @Headers('idempotency-key') key: string | undefined,
    @Caller() visitor: Visitor,
  ): Promise<CaseActionResult> {
    return this.actions.run(id, action, key, visitor);
  }
}
