import { Module } from '@nestjs/common';
import { NomineesController } from './nominees.controller.ts';
import { NomineesService } from './nominees.service.ts';

@Module({ controllers: [NomineesController], providers: [NomineesService] })
export class NomineesModule {}
