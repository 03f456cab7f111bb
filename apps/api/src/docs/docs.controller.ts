import { asyncApiDocument } from '@laurel/events';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { Allow } from '../auth/allow.ts';
import { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';

/** Holds the description of the API once the application knows all its addresses. */
export class OpenApiHolder {
  document: OpenAPIObject | null = null;
}

@ApiExcludeController()
@Allow('anyone')
@Controller()
export class DocsController {
  private readonly holder: OpenApiHolder;
  private readonly publicUrl: string;

  constructor(holder: OpenApiHolder, @Inject(PART.settings) settings: ApiParts['settings']) {
    this.holder = holder;
    this.publicUrl = settings.PUBLIC_URL;
  }

  @Get('openapi.json')
  openApi(): OpenAPIObject {
    if (!this.holder.document) throw new Problem('INTERNAL', 'The description is not ready.');
    return this.holder.document;
  }

  @Get('asyncapi.json')
  asyncApi(): object {
    return asyncApiDocument(this.publicUrl);
  }
}
