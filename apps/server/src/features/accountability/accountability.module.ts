import { Module } from '@nestjs/common';
import { AccountabilityController } from './accountability.controller.js';
import { AccountabilityService } from './accountability.service.js';
import { AccountabilityStore } from './accountability.store.js';

@Module({ controllers: [AccountabilityController], providers: [AccountabilityService, AccountabilityStore] })
export class AccountabilityModule {}
