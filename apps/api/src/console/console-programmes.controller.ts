import type { Simulation } from '@laurel/programmes';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Allow } from '../auth/allow.ts';
import { Answers } from '../docs/answers.ts';
import { diagramQuery, differenceQuery, programmeQuery, simulationQuery } from './console.schemas.ts';
import { ProgrammeShelf, type DifferenceRead, type ProgrammeDetail, type ProgrammeLine } from './programme-shelf.ts';
import { differenceSchema, programmeDetailSchema, programmesSchema, simulationSchema } from './programmes.schemas.ts';

/** Programmes in words, pictures and dates. */
@ApiTags('console')
@Allow('read-programme')
@Controller('v1/console/programmes')
export class ConsoleProgrammesController {
  private readonly shelf: ProgrammeShelf;

  constructor(shelf: ProgrammeShelf) {
    this.shelf = shelf;
  }

  @Get()
  @ApiOperation({ summary: 'Các chương trình. Programmes, their versions and campaigns.' })
  @Answers(programmesSchema)
  async list(): Promise<{ readonly programmes: readonly ProgrammeLine[] }> {
    return { programmes: await this.shelf.lines() };
  }

  @Get(':programme')
  @ApiOperation({ summary: 'Quy định bằng lời. The rules of a version in words.' })
  @Answers(programmeDetailSchema)
  detail(
    @Param('programme') name: string,
    @Query({ schema: programmeQuery }) query: z.output<typeof programmeQuery>,
  ): Promise<ProgrammeDetail> {
    return this.shelf.detail(name, query.version);
  }

  @Get(':programme/diagram')
  @ApiOperation({ summary: 'Sơ đồ đường đi. The route as a picture.' })
  @ApiProduces('image/svg+xml')
  @ApiOkResponse({ description: 'An SVG picture.', schema: { type: 'string' } })
  async diagram(
    @Param('programme') name: string,
    @Query({ schema: diagramQuery }) { version, language }: z.output<typeof diagramQuery>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const svg = await this.shelf.diagram(name, version, language);
    void reply
      .type('image/svg+xml; charset=utf-8')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    return svg;
  }

  @Get(':programme/difference')
  @ApiOperation({ summary: 'Hai phiên bản khác nhau ở đâu. What differs between two versions, in words.' })
  @Answers(differenceSchema)
  difference(
    @Param('programme') name: string,
    @Query({ schema: differenceQuery }) { from, to }: z.output<typeof differenceQuery>,
  ): Promise<DifferenceRead> {
    return this.shelf.difference(name, from, to);
  }

  @Get(':programme/simulation')
  @ApiOperation({ summary: 'Thử ngày nộp. The dates that a nomination filed on a day would meet.' })
  @Answers(simulationSchema)
  simulation(
    @Param('programme') name: string,
    @Query({ schema: simulationQuery }) { version, filedOn, pace }: z.output<typeof simulationQuery>,
  ): Promise<Simulation> {
    return this.shelf.simulation(name, version, filedOn, pace);
  }
}
