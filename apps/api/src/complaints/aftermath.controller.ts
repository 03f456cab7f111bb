import type { PageOf, RecallLine, ReexaminationLine, UnnumberedDecision } from '@laurel/db';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Caller } from '../auth/allow.ts';
import type { Visitor } from '../auth/visitor.ts';
import { Answers } from '../docs/answers.ts';
import {
  aftermathQuery,
  complaintList,
  complaintQuery,
  recallList,
  reexaminationList,
  unnumberedList,
  unnumberedQuery,
  type AftermathQuery,
  type ComplaintQuery,
  type UnnumberedQuery,
} from './aftermath.schemas.ts';
import { AftermathService, type WordedComplaints } from './aftermath.service.ts';

/** What came after results and waits for somebody, or is done. */
@ApiTags('complaints')
@ApiBearerAuth()
@Allow('read-registry')
@Controller('v1')
export class AftermathController {
  private readonly aftermath: AftermathService;

  constructor(aftermath: AftermathService) {
    this.aftermath = aftermath;
  }

  @Get('complaints')
  @ApiOperation({ summary: 'Các khiếu nại. Complaints in one’s units: those being heard by their deadline, then the settled.' })
  @Answers(complaintList)
  complaints(@Query({ schema: complaintQuery }) query: ComplaintQuery, @Caller() caller: Visitor): Promise<WordedComplaints> {
    return this.aftermath.complaintList(query, caller);
  }

  @Get('decisions/unnumbered')
  @ApiOperation({ summary: 'Quyết định chưa có số. Signed decisions that wait for their number, the longest first.' })
  @Answers(unnumberedList)
  unnumbered(@Query({ schema: unnumberedQuery }) query: UnnumberedQuery, @Caller() caller: Visitor): Promise<PageOf<UnnumberedDecision>> {
    return this.aftermath.unnumbered(query, caller);
  }

  @Get('recalls')
  @ApiOperation({ summary: 'Hiện vật, tiền thưởng phải thu hồi. Objects and money to be given back after a revocation.' })
  @Answers(recallList)
  recalls(@Query({ schema: aftermathQuery }) query: AftermathQuery, @Caller() caller: Visitor): Promise<PageOf<RecallLine>> {
    return this.aftermath.recalls(query, caller);
  }

  @Get('reexaminations')
  @ApiOperation({ summary: 'Hồ sơ phải xem xét lại. Nominations that relied on an award which was taken back.' })
  @Answers(reexaminationList)
  reexaminations(@Query({ schema: aftermathQuery }) query: AftermathQuery, @Caller() caller: Visitor): Promise<PageOf<ReexaminationLine>> {
    return this.aftermath.reexaminations(query, caller);
  }
}
