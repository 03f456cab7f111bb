import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, Caller } from '../auth/allow.ts';
import type { Visitor } from '../auth/visitor.ts';
import { Answers } from '../docs/answers.ts';
import {
  complaintBody,
  findingBody,
  numberBody,
  numberedEachSchema,
  numberedSchema,
  numbersBody,
  overrideBody,
  recordedSchema,
  recoveryBody,
  reopeningBody,
  revocationBody,
  type ComplaintBody,
  type Numbered,
  type NumberBody,
  type NumberedEach,
  type NumbersBody,
  type OverrideBody,
  type Recorded,
  type ReopeningBody,
  type RevocationBody,
} from './complaints.schemas.ts';
import { ComplaintsService } from './complaints.service.ts';
import { NumberingService } from './numbering.service.ts';

const KEY = 'idempotency-key';

/** What may come to a nomination after its result. */
@ApiTags('complaints')
@ApiBearerAuth()
@ApiHeader({ name: 'Idempotency-Key', required: false })
@Allow('change-registry')
@Controller('v1')
export class ComplaintsController {
  private readonly complaints: ComplaintsService;
  private readonly numbering: NumberingService;

  constructor(complaints: ComplaintsService, numbering: NumberingService) {
    this.complaints = complaints;
    this.numbering = numbering;
  }

  @Post('nominations/:id/complaints')
  @HttpCode(200)
  @ApiOperation({ summary: 'Khiếu nại kết quả. Files a complaint about a result; its handler is asked on a clock of its own.' })
  @Answers(recordedSchema)
  complain(
    @Param('id') id: string,
    @Body({ schema: complaintBody }) body: ComplaintBody,
    @Headers(KEY) key: string | undefined,
    @Caller() caller: Visitor,
  ): Promise<Recorded> {
    return this.complaints.complain(id, body, { caller, key });
  }

  @Post('nominations/:id/revocations')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Thu hồi danh hiệu. Takes an award back on a configured ground; the record stays, whoever relied on it is listed.',
  })
  @Answers(recordedSchema)
  revoke(
    @Param('id') id: string,
    @Body({ schema: revocationBody }) body: RevocationBody,
    @Headers(KEY) key: string | undefined,
    @Caller() caller: Visitor,
  ): Promise<Recorded> {
    return this.complaints.revoke(id, body, { caller, key });
  }

  @Post('nominations/:id/reopenings')
  @HttpCode(200)
  @ApiOperation({ summary: 'Mở lại một bước. Goes back to a stage; nothing is deleted, rules and caps are asked again.' })
  @Answers(recordedSchema)
  reopen(
    @Param('id') id: string,
    @Body({ schema: reopeningBody }) body: ReopeningBody,
    @Headers(KEY) key: string | undefined,
    @Caller() caller: Visitor,
  ): Promise<Recorded> {
    return this.complaints.reopen(id, body, { caller, key });
  }

  @Post('nominations/:id/overrides')
  @HttpCode(200)
  @ApiOperation({ summary: 'Bỏ qua một quy định, có lý do. A post above the nominator sets a rule aside for one nomination.' })
  @Answers(recordedSchema)
  override(
    @Param('id') id: string,
    @Body({ schema: overrideBody }) body: OverrideBody,
    @Headers(KEY) key: string | undefined,
    @Caller() caller: Visitor,
  ): Promise<Recorded> {
    return this.complaints.override(id, body, { caller, key });
  }

  @Post('decisions/:id/number')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Bổ sung số quyết định. Writes the number that a signed decision got later; its lines join the decision that bears it.',
  })
  @Answers(numberedSchema)
  number(
    @Param('id') id: string,
    @Body({ schema: numberBody }) body: NumberBody,
    @Headers(KEY) key: string | undefined,
    @Caller() caller: Visitor,
  ): Promise<Numbered> {
    return this.complaints.number(id, body, { caller, key });
  }

  @Post('decisions/numbers')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Ghi một số cho nhiều quyết định. Gives one number and day of signing to many decisions; each answers for itself.',
  })
  @Answers(numberedEachSchema)
  numberEach(
    @Body({ schema: numbersBody }) body: NumbersBody,
    @Headers(KEY) key: string | undefined,
    @Caller() caller: Visitor,
  ): Promise<NumberedEach> {
    return this.numbering.number(body, { caller, key });
  }

  @Post('recalls/:id/recovery')
  @HttpCode(204)
  @ApiOperation({ summary: 'Đã thu hồi hiện vật hoặc tiền thưởng. Notes that what was recalled has come back.' })
  recover(
    @Param('id') id: string,
    @Body({ schema: recoveryBody }) { paper }: z.output<typeof recoveryBody>,
    @Caller() caller: Visitor,
  ): Promise<void> {
    return this.complaints.recover(id, paper, { caller, key: undefined });
  }

  @Post('reexaminations/:id/finding')
  @HttpCode(204)
  @ApiOperation({ summary: 'Kết quả xem xét lại. Notes what the re-examination of a dependant found.' })
  settle(
    @Param('id') id: string,
    @Body({ schema: findingBody }) { finding }: z.output<typeof findingBody>,
    @Caller() caller: Visitor,
  ): Promise<void> {
    return this.complaints.settle(id, finding, { caller, key: undefined });
  }
}
