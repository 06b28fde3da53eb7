import { Module } from '@nestjs/common';
import { TaskController } from './task.controller.js';
import { TaskService } from './task.service.js';
import { TaskStore } from './task.store.js';

@Module({ controllers: [TaskController], providers: [TaskService, TaskStore], exports: [TaskService] })
export class TaskModule {}
