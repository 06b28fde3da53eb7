import { Module } from '@nestjs/common';
import { FoundingModule } from '../partnership/index.js';
import { AccountController } from './account.controller.js';
import { AccountService } from './account.service.js';
import { OwnSessionService } from './own-session.service.js';
import { PasswordProof } from './password-proof.js';
import { PasswordService } from './password.service.js';
import { PeopleModule } from './people.module.js';
import { ResetLetters } from './reset-letters.js';
import { ResetService } from './reset.service.js';
import { SetUpService } from './set-up.service.js';
import { SignInService } from './sign-in.service.js';

/** Signing in, the own account, and the first start. */
@Module({
  imports: [PeopleModule, FoundingModule],
  controllers: [AccountController],
  providers: [
    AccountService,
    OwnSessionService,
    PasswordProof,
    PasswordService,
    ResetLetters,
    ResetService,
    SetUpService,
    SignInService,
  ],
})
export class AccountModule {}
