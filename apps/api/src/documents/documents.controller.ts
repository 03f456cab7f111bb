import type { Principal } from '@laurel/db';
import { Body, Controller, Get, Headers, Param, Put, Res, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Allow, Caller } from '../auth/allow.ts';
import { Answers } from '../docs/answers.ts';
import { DOCUMENT_TYPES } from './document-types.ts';
import { dispositionOf, DocumentsService } from './documents.service.ts';

/** 201 for a document that is stored now, 200 for one that was known before. */
const keptSchema = z.object({ sha256: z.string(), status: z.enum(['stored', 'known']) }).meta({ id: 'KeptDocument' });

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'Write the SHA-256 as 64 lower-case hexadecimal digits.');

@ApiTags('documents')
@ApiBearerAuth()
@ApiParam({ name: 'sha256', schema: { type: 'string', pattern: '^[0-9a-f]{64}$' } })
@Controller('v1/documents/:sha256')
export class DocumentsController {
  private readonly documents: DocumentsService;

  constructor(documents: DocumentsService) {
    this.documents = documents;
  }

  @Put()
  @Allow('store-document')
  @ApiOperation({ summary: 'Gửi tệp theo mã băm. Sends a declared document; its hash is checked.' })
  @ApiConsumes(...DOCUMENT_TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(keptSchema, 201)
  @Answers(keptSchema)
  async put(
    @Param('sha256', { schema: sha256 }) hash: string,
    @Headers('content-type') contentType: string | undefined,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.output<typeof keptSchema>> {
    const status = await this.documents.put(hash, contentType, body);
    void reply.status(status === 'stored' ? 201 : 200);
    return { sha256: hash, status };
  }

  @Get()
  @Allow('read-document')
  @ApiOperation({ summary: 'Tải tệp. Downloads a document that a nomination of your units declares.' })
  @ApiProduces(...DOCUMENT_TYPES)
  @ApiOkResponse({ description: 'The file.', schema: { type: 'string', format: 'binary' } })
  async get(
    @Param('sha256', { schema: sha256 }) hash: string,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const document = await this.documents.get(hash, caller);
    void reply.header('cache-control', 'private, no-store').header('content-security-policy', "sandbox; default-src 'none'");
    return new StreamableFile(document.bytes, {
      type: document.mediaType,
      disposition: dispositionOf(document.name),
      length: document.bytes.byteLength,
    });
  }
}
