import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { Allow } from '../auth/allow.ts';
import { Problem } from '../http/problem.ts';
import { fontFile } from './fonts.ts';

/** What pages are made of besides themselves; nothing of it comes from elsewhere. */
@Controller('assets')
export class AssetsController {
  @Get('fonts/:name')
  @Allow('anyone')
  @Header('cache-control', 'public, max-age=31536000, immutable')
  @ApiExcludeEndpoint()
  font(@Param('name') name: string): StreamableFile {
    const bytes = fontFile(name);
    if (!bytes) throw new Problem('NOT_FOUND', 'There is no such font.');
    return new StreamableFile(bytes, { type: 'font/woff2', length: bytes.byteLength });
  }
}
