import { Module } from '@nestjs/common';
import { NominationsController } from './nominations.controller.ts';
import { NominationsService } from './nominations.service.ts';

@Module({ controllers: [NominationsController], providers: [NominationsService] })
export class NominationsModule {}
