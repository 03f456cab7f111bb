import { Module } from '@nestjs/common';
import { BouncesController } from './bounces.controller.ts';
import { BouncesService } from './bounces.service.ts';

@Module({ controllers: [BouncesController], providers: [BouncesService] })
export class BouncesModule {}
