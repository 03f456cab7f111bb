import type { Overview, PersonLine } from '@laurel/db';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, Caller, Self } from '../auth/allow.ts';
import type { SignedIn, Visitor } from '../auth/visitor.ts';
import { Answers } from '../docs/answers.ts';
import { overviewQuery, peopleQuery, type PeopleQuery } from './console.schemas.ts';
import { ConsoleService, type Me, type ProgrammeFacet } from './console.service.ts';
import { meSchema } from './me.schemas.ts';
import { peopleSchema } from './office.schemas.ts';
import { facetsSchema, overviewSchema } from './season.schemas.ts';

/** The console's own reading: who I am, what there is, how the season stands. */
@ApiTags('console')
@Controller('v1/console')
export class ConsoleController {
  private readonly service: ConsoleService;

  constructor(service: ConsoleService) {
    this.service = service;
  }

  @Get('me')
  @Allow('signed-in')
  @ApiOperation({ summary: 'Tôi là ai, được làm gì. Who I am, what I may do, and the token that changes carry.' })
  @Answers(meSchema)
  me(@Caller() visitor: Visitor, @Self() self: SignedIn): Promise<Me> {
    return this.service.me(visitor, self);
  }

  @Get('facets')
  @Allow('read-programme')
  @ApiOperation({ summary: 'Tên để lọc. Names of programmes, campaigns, levels, stages, awards and units.' })
  @Answers(facetsSchema)
  facets(@Caller() visitor: Visitor): Promise<{ readonly programmes: readonly ProgrammeFacet[] }> {
    return this.service.facets(visitor);
  }

  @Get('overview')
  @Allow('read-nomination')
  @ApiOperation({ summary: 'Toàn cảnh một đợt. A season at a glance: who stands where, what is late, what falls due, what was decided.' })
  @Answers(overviewSchema)
  overview(@Query({ schema: overviewQuery }) query: z.output<typeof overviewQuery>, @Caller() visitor: Visitor): Promise<Overview> {
    return this.service.overview(query, visitor);
  }

  @Get('people')
  @Allow('read-people')
  @ApiOperation({
    summary: 'Tìm người để giao việc. People of a programme by name, post or address, the first fifty; those who may take a task.',
  })
  @Answers(peopleSchema)
  async people(
    @Query({ schema: peopleQuery }) query: PeopleQuery,
    @Caller() visitor: Visitor,
  ): Promise<{ readonly people: readonly PersonLine[] }> {
    return { people: await this.service.people(query, visitor) };
  }
}
