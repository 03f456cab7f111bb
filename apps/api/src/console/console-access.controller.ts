import { randomBytes } from 'node:crypto';
import type { AuditPage, GrantView } from '@laurel/db';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, Caller } from '../auth/allow.ts';
import type { Visitor } from '../auth/visitor.ts';
import { Answers } from '../docs/answers.ts';
import { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { auditQuery, endBody, grantBody, grantsQuery, invitationRequest } from './console.schemas.ts';
import { auditPageSchema, grantedSchema, grantsSchema, invitationSchema } from './office.schemas.ts';

const SEVEN_DAYS_MS = 7 * 24 * 3_600_000;

const actorOf = ({ keyId }: Visitor): string => `operator:${keyId}`;

/** Who may do what, and what everybody did. */
@ApiTags('console')
@Controller('v1/console')
export class ConsoleAccessController {
  private readonly access: ApiParts['access'];
  private readonly console: ApiParts['console'];
  private readonly settings: ApiParts['settings'];

  constructor(
    @Inject(PART.access) access: ApiParts['access'],
    @Inject(PART.console) console: ApiParts['console'],
    @Inject(PART.settings) settings: ApiParts['settings'],
  ) {
    this.access = access;
    this.console = console;
    this.settings = settings;
  }

  @Get('audit')
  @Allow('read-audit')
  @ApiOperation({ summary: 'Nhật ký kiểm toán. Everything that was done, newest first; looking writes nothing.' })
  @Answers(auditPageSchema)
  audit(@Query({ schema: auditQuery }) query: z.output<typeof auditQuery>): Promise<AuditPage> {
    return this.console.audit.page(query);
  }

  @Get('access/grants')
  @Allow('read-access')
  @ApiOperation({ summary: 'Vai trò đã cấp. Roles granted, with their units and dates, the latest first; by words of a name, by cursor.' })
  @Answers(grantsSchema)
  async grants(
    @Query({ schema: grantsQuery }) query: z.output<typeof grantsQuery>,
  ): Promise<{ readonly grants: readonly GrantView[]; readonly nextCursor: string | null }> {
    const { items, nextCursor } = await this.console.grants.page(query);
    return { grants: items, nextCursor };
  }

  @Post('access/grants')
  @HttpCode(201)
  @Allow('change-access')
  @ApiOperation({ summary: 'Cấp vai trò. Grants a role to a person or an address; the same grant again is the one that is there.' })
  @Answers(grantedSchema, 201)
  async grant(@Body({ schema: grantBody }) body: z.output<typeof grantBody>, @Caller() visitor: Visitor): Promise<{ readonly id: string }> {
    return { id: await this.access.grant({ ...body, from: Date.now(), to: null, by: actorOf(visitor) }) };
  }

  @Post('access/grants/:id/end')
  @HttpCode(204)
  @Allow('change-access')
  @ApiOperation({ summary: 'Thu hồi vai trò. Ends a grant now.' })
  async end(
    @Param('id') id: string,
    @Body({ schema: endBody }) { reason }: z.output<typeof endBody>,
    @Caller() visitor: Visitor,
  ): Promise<void> {
    if (!(await this.access.end(id, actorOf(visitor), reason))) throw new Problem('NOT_FOUND', 'No grant in force has this id.');
  }

  @Post('access/invitations')
  @HttpCode(201)
  @Allow('change-access')
  @ApiOperation({ summary: 'Mời một người. Grants a role to an address and answers a link that signs in once.' })
  @Answers(invitationSchema, 201)
  async invite(
    @Body({ schema: invitationRequest }) body: z.output<typeof invitationRequest>,
    @Caller() visitor: Visitor,
  ): Promise<{ readonly grantId: string; readonly link: string; readonly expiresAt: string }> {
    const grantId = await this.access.grant({ ...body, personId: null, from: Date.now(), to: null, by: actorOf(visitor) });
    const token = randomBytes(32).toString('base64url');
    const expiresAt = Date.now() + SEVEN_DAYS_MS;
    await this.access.invite(body.email, token, expiresAt);
    return { grantId, link: `${this.settings.PUBLIC_URL}/sign-in#invitation=${token}`, expiresAt: new Date(expiresAt).toISOString() };
  }
}
