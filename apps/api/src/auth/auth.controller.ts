import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Problem } from '../http/problem.ts';
import { AddressThrottler, SIGN_IN_RATE } from '../http/throttlers.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { Answers } from '../docs/answers.ts';
import { Allow, Self } from './allow.ts';
import {
  codeBody,
  codeSentSchema,
  enteredSchema,
  invitationBody,
  oidcQuery,
  sessionsSchema,
  signInBody,
  waysSchema,
  type CodeSent,
  type Entered,
} from './auth.schemas.ts';
import { CODE_MINUTES } from './better-auth.ts';
import { returnPath } from './return-path.ts';
import type { BrowserFacts, Entry, SessionView } from './sign-in.desk.ts';
import type { SignedIn } from './visitor.ts';

const browserOf = ({ headers, ip }: FastifyRequest): BrowserFacts => ({
  cookie: headers.cookie,
  agent: headers['user-agent']?.slice(0, 300),
  address: ip,
});

function setCookies(reply: FastifyReply, { cookies }: Entry): void {
  void reply.header('set-cookie', [...cookies]).header('cache-control', 'no-store');
}

function insistOnEntry(entry: Entry | null, detail: string): Entry {
  if (!entry) throw new Problem('CODE_WRONG', detail);
  return entry;
}

/** Ways in and out of the console. No password, no open sign-up. */
@ApiTags('auth')
@Controller('v1/auth')
export class AuthController {
  private readonly signIn: ApiParts['signIn'];

  constructor(@Inject(PART.signIn) signIn: ApiParts['signIn']) {
    this.signIn = signIn;
  }

  @Get('ways')
  @Allow('anyone')
  @ApiOperation({ summary: 'Các cách đăng nhập. Ways to sign in.' })
  @Answers(waysSchema)
  ways(): z.output<typeof waysSchema> {
    return { mail: true, oidc: this.signIn.hasOidc };
  }

  @Post('code')
  @HttpCode(202)
  @Allow('anyone')
  @UseGuards(AddressThrottler)
  @Throttle({ default: SIGN_IN_RATE })
  @ApiOperation({ summary: 'Gửi mã đăng nhập qua thư. Mails a code to an address that is known; the answer is the same for any other.' })
  @Answers(codeSentSchema, 202)
  async code(@Body({ schema: codeBody }) { email }: z.output<typeof codeBody>): Promise<CodeSent> {
    await this.signIn.sendCode(email);
    return { status: 'sent-if-known', minutes: CODE_MINUTES };
  }

  @Post('sign-in')
  @HttpCode(200)
  @Allow('anyone')
  @UseGuards(AddressThrottler)
  @Throttle({ default: SIGN_IN_RATE })
  @ApiOperation({ summary: 'Đăng nhập bằng mã. Signs in with the code of the mail; a new session, the one before it ends.' })
  @Answers(enteredSchema)
  async enter(
    @Body({ schema: signInBody }) body: z.output<typeof signInBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Entered> {
    const entry = await this.signIn.enterWithCode(body.email, body.code, browserOf(request));
    setCookies(reply, insistOnEntry(entry, 'Check the code, or ask for a new one: each is good for 10 minutes and 5 attempts.'));
    return { status: 'signed-in', returnTo: returnPath(body.returnTo) };
  }

  @Post('invitation')
  @HttpCode(200)
  @Allow('anyone')
  @UseGuards(AddressThrottler)
  @Throttle({ default: SIGN_IN_RATE })
  @ApiOperation({ summary: 'Đăng nhập bằng thư mời. Signs in with the one-time link of an invitation.' })
  @Answers(enteredSchema)
  async invitation(
    @Body({ schema: invitationBody }) { token }: z.output<typeof invitationBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Entered> {
    const entry = await this.signIn.enterWithInvitation(token, browserOf(request));
    setCookies(reply, insistOnEntry(entry, 'This link was used or is too old: ask for another with "npm run admin -- invite".'));
    return { status: 'signed-in', returnTo: '/' };
  }

  @Get('oidc')
  @Allow('anyone')
  @ApiOperation({ summary: 'Đăng nhập qua hệ thống định danh. Goes to the identity provider of this installation.' })
  @ApiResponse({ status: 302, description: 'To the identity provider.' })
  async oidc(@Query({ schema: oidcQuery }) { returnTo }: z.output<typeof oidcQuery>, @Res() reply: FastifyReply): Promise<void> {
    if (!this.signIn.hasOidc)
      throw new Problem('NOT_FOUND', 'No identity provider is set: OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET.');
    const start = await this.signIn.oidcAddress(returnPath(returnTo));
    if (!start) throw new Problem('STORAGE_UNAVAILABLE', 'The identity provider cannot be reached: sign in by mail, or try again.');
    setCookies(reply, start);
    await reply.redirect(start.location, 302);
  }

  @Get('oidc/callback')
  @Allow('anyone')
  @ApiOperation({ summary: 'Trở về từ hệ thống định danh. Comes back from the identity provider.' })
  @ApiResponse({ status: 302, description: 'Back to the console.' })
  async oidcCallback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = request.url.split('?')[1] ?? '';
    const entry = await this.signIn.enterWithOidc(query, browserOf(request));
    setCookies(reply, entry);
    await reply.redirect(entry.location, 302);
  }

  @Post('sign-out')
  @HttpCode(204)
  @Allow('signed-in')
  @ApiOperation({ summary: 'Đăng xuất. Ends this session.' })
  async leave(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    setCookies(reply, await this.signIn.leave(request.headers.cookie));
  }

  @Get('sessions')
  @Allow('signed-in')
  @ApiOperation({ summary: 'Các phiên đăng nhập của tôi. Where I am signed in.' })
  @Answers(sessionsSchema)
  async sessions(@Self() self: SignedIn): Promise<{ readonly sessions: readonly SessionView[] }> {
    return { sessions: await this.signIn.sessions(self) };
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @Allow('signed-in')
  @ApiOperation({ summary: 'Kết thúc một phiên. Ends one of my sessions at once.' })
  async revoke(@Param('id') id: string, @Self() self: SignedIn): Promise<void> {
    if (!(await this.signIn.revoke(self, id))) throw new Problem('NOT_FOUND', 'You have no such session.');
  }
}
