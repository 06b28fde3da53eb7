import { Module } from '@nestjs/common';
import { HistoryController } from './history.controller.js';
import { HistoryService } from './history.service.js';
import { HistoryStore } from './history.store.js';

@Module({ controllers: [HistoryController], providers: [HistoryService, HistoryStore], exports: [HistoryService] })
export class HistoryModule {}
