import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../auth/allow.ts';
import { Problem } from '../http/problem.ts';
import { ConsoleFiles, type ConsoleFile } from './console-files.ts';
import { landingPage } from './landing.page.ts';

const HTML = 'text/html; charset=utf-8';
const YEAR = 'public, max-age=31536000, immutable';

/** Addresses that are never the console's: what is unknown below them is unknown. */
const OTHERS = /^(v1|t|n|s|health|metrics|assets)(\/|$)/;

const nowhere = (): Problem => new Problem('NOT_FOUND', 'There is nothing at this address: check it.');

/** The console: its files, and its one page at every address that it finds its own way from. */
@ApiExcludeController()
@Allow('anyone')
@Controller()
export class ConsoleFilesController {
  private readonly files: ConsoleFiles;

  constructor(files: ConsoleFiles) {
    this.files = files;
  }

  @Get()
  async root(@Res() reply: FastifyReply): Promise<void> {
    const page = await this.files.page();
    if (page) sendPage(reply, page);
    else await reply.type(HTML).send(landingPage());
  }

  @Get('*')
  async anything(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = (request.url.split('?')[0] ?? '').slice(1);
    const file = path === 'index.html' ? null : await this.files.file(path);
    if (file) {
      sendFile(request, reply, file);
      return;
    }
    const page = OTHERS.test(path) || /\.\w{1,12}$/.test(path) ? null : await this.files.page();
    if (!page) throw nowhere();
    sendPage(reply, page);
  }
}

function sendPage(reply: FastifyReply, { html, contentPolicy }: { readonly html: string; readonly contentPolicy: string }): void {
  void reply.type(HTML).header('cache-control', 'no-store').header('content-security-policy', contentPolicy).send(html);
}

function sendFile({ headers }: FastifyRequest, reply: FastifyReply, { bytes, gzipped, type, etag, immutable }: ConsoleFile): void {
  void reply.type(type).header('etag', etag).header('vary', 'accept-encoding').header('cache-control', immutable ? YEAR : 'no-cache');
  if (headers['if-none-match'] === etag) {
    void reply.status(304).send();
    return;
  }
  const squeezed = gzipped !== null && /\bgzip\b/.test(headers['accept-encoding'] ?? '');
  if (squeezed) void reply.header('content-encoding', 'gzip');
  void reply.send(squeezed ? gzipped : bytes);
}
