import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks/tasks.module.ts';
import { ObjectionsController } from './objections.controller.ts';
import { ObjectionsService } from './objections.service.ts';

@Module({ imports: [TasksModule], controllers: [ObjectionsController], providers: [ObjectionsService] })
export class ObjectionsModule {}
