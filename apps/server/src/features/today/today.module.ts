import { Module } from '@nestjs/common';
import { HistoryModule } from '../history/index.js';
import { TodayController } from './today.controller.js';
import { TodayService } from './today.service.js';
import { TodayStore } from './today.store.js';

@Module({ imports: [HistoryModule], controllers: [TodayController], providers: [TodayService, TodayStore] })
export class TodayModule {}
