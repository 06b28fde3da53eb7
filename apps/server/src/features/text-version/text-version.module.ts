import { Module } from '@nestjs/common';
import { LiveText } from './live-text.js';
import { TextDesk } from './text-desk.js';
import { TextRestoringService } from './text-restoring.service.js';
import { TextVersionController } from './text-version.controller.js';
import { TextVersionService } from './text-version.service.js';
import { TextVersionStore } from './text-version.store.js';
import { VersionKeeper } from './version-keeper.js';

@Module({
  controllers: [TextVersionController],
  providers: [TextVersionService, TextRestoringService, TextVersionStore, LiveText, TextDesk, VersionKeeper],
})
export class TextVersionModule {}
