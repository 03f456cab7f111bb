import type { LookAlikes, NomineeDetails, NomineeLines, NomineeMatch, PageOf, SuspectedPair } from '@laurel/db';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, Caller } from '../auth/allow.ts';
import type { Visitor } from '../auth/visitor.ts';
import { Answers } from '../docs/answers.ts';
import {
  detailsSchema,
  differentBody,
  lookAlikesQuery,
  lookAlikesSchema,
  mergeBody,
  pairsQuery,
  proposalsSchema,
  searchQuery,
  searchSchema,
  suspectedSchema,
  unmergeBody,
  type DifferentBody,
  type LookAlikesQuery,
  type PairsQuery,
} from './nominees.schemas.ts';
import { NomineesService } from './nominees.service.ts';

/** Everybody and everything that was ever nominated. */
@ApiTags('nominees')
@ApiBearerAuth()
@Allow('read-registry')
@Controller('v1/nominees')
export class NomineesController {
  private readonly nominees: NomineesService;

  constructor(nominees: NomineesService) {
    this.nominees = nominees;
  }

  @Get()
  @ApiOperation({ summary: 'Tìm trong sổ, có dấu hay không dấu. Searches the registry by name, with or without diacritics.' })
  @Answers(searchSchema)
  search(@Query({ schema: searchQuery }) query: z.output<typeof searchQuery>, @Caller() caller: Visitor): Promise<NomineeLines> {
    return this.nominees.search(query, caller);
  }

  @Get('look-alikes')
  @ApiOperation({ summary: 'Các mục có thể là một người. Entries of one name that may be one nominee, the likeliest first.' })
  @Answers(lookAlikesSchema)
  lookAlikes(@Query({ schema: lookAlikesQuery }) query: LookAlikesQuery, @Caller() caller: Visitor): Promise<PageOf<LookAlikes>> {
    return this.nominees.lookAlikes(query, caller);
  }

  @Get('suspected-duplicates')
  @ApiOperation({ summary: 'Việc có thể bị đề nghị hai lần. Deeds that look filed twice, also by two units.' })
  @Answers(suspectedSchema)
  suspected(@Query({ schema: pairsQuery }) query: PairsQuery, @Caller() caller: Visitor): Promise<PageOf<SuspectedPair>> {
    return this.nominees.suspected(query, caller);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Một người được đề nghị. A nominee with nominations and titles, those of merged entries included.' })
  @Answers(detailsSchema)
  view(@Param('id') id: string, @Caller() caller: Visitor): Promise<NomineeDetails> {
    return this.nominees.view(id, caller);
  }

  @Get(':id/proposals')
  @ApiOperation({ summary: 'Ai có thể là cùng một người. Who may be the same nominee, best first; nothing is merged by itself.' })
  @Answers(proposalsSchema)
  proposals(@Param('id') id: string, @Caller() caller: Visitor): Promise<{ items: readonly NomineeMatch[] }> {
    return this.nominees.proposals(id, caller);
  }

  @Post(':id/merge')
  @HttpCode(200)
  @Allow('change-registry')
  @ApiOperation({ summary: 'Gộp hai mục là một người. Says that this nominee is another; it can be taken back.' })
  @Answers(detailsSchema)
  merge(
    @Param('id') id: string,
    @Body({ schema: mergeBody }) { into, reason }: z.output<typeof mergeBody>,
    @Caller() caller: Visitor,
  ): Promise<NomineeDetails> {
    return this.nominees.merge(id, into, reason, caller);
  }

  @Post(':id/unmerge')
  @HttpCode(200)
  @Allow('change-registry')
  @ApiOperation({ summary: 'Tách lại. Takes a merge back.' })
  @Answers(detailsSchema)
  unmerge(
    @Param('id') id: string,
    @Body({ schema: unmergeBody }) { reason }: z.output<typeof unmergeBody>,
    @Caller() caller: Visitor,
  ): Promise<NomineeDetails> {
    return this.nominees.unmerge(id, reason, caller);
  }

  @Post(':id/different-from')
  @HttpCode(200)
  @Allow('change-registry')
  @ApiOperation({
    summary: 'Xác định là hai người khác nhau. Says that two entries are two; they are proposed again when one of them changes.',
  })
  @Answers(detailsSchema)
  different(
    @Param('id') id: string,
    @Body({ schema: differentBody }) body: DifferentBody,
    @Caller() caller: Visitor,
  ): Promise<NomineeDetails> {
    return this.nominees.different(id, body, caller);
  }

  @Post(':id/different-from/undo')
  @HttpCode(200)
  @Allow('change-registry')
  @ApiOperation({ summary: 'Bỏ xác định là hai người. Takes back that two entries are two; they are proposed again.' })
  @Answers(detailsSchema)
  notDifferent(
    @Param('id') id: string,
    @Body({ schema: differentBody }) body: DifferentBody,
    @Caller() caller: Visitor,
  ): Promise<NomineeDetails> {
    return this.nominees.notDifferent(id, body, caller);
  }
}
