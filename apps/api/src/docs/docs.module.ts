import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { ConsoleFilesController } from './console-files.controller.ts';
import { ConsoleFiles } from './console-files.ts';
import { DocsController, OpenApiHolder } from './docs.controller.ts';
import { REFUSAL } from './refuses.ts';

@Module({ controllers: [DocsController, ConsoleFilesController], providers: [OpenApiHolder, ConsoleFiles] })
export class DocsModule {}

/** Describes all addresses of the application for `/openapi.json`. */
export function describeApi(app: NestFastifyApplication, publicUrl: string): void {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Laurel')
    .setDescription('Xét khen thưởng từ sự kiện đến quyết định. From an event to a decision.')
    .setVersion('1.0.0')
    .addServer(publicUrl)
    .addGlobalResponse(REFUSAL)
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key of `npm run keys -- create`.' })
    .build();
  app.get(OpenApiHolder).document = SwaggerModule.createDocument(app, config);
}
