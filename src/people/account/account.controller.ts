import { Body, Controller, Delete, Get, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type AccountView, LOCALES, type SecondFactorSetupView, type StaffSessionView } from '../../contract/index.js';
import { dto, id, printable, text, version } from '../../platform/http/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { newPassword } from '../inputs.js';
import type { StaffPrincipal } from '../principals.js';
import { CurrentStaff } from '../sessions/current-staff.decorator.js';
import { Accounts } from './account.service.js';
import { Account, OwnSessions, RecoveryCodes, SecondFactorSetup } from './account.views.js';

const password = printable.min(1).max(200);

class EditAccount extends dto(z.object({ version, name: text(60).optional(), locale: z.enum(LOCALES).optional() })) {}
class ChangePassword extends dto(z.object({ current: password, password: newPassword })) {}
class WithPassword extends dto(z.object({ password })) {}
class WithCode extends dto(z.object({ code: text(40) })) {}
class SessionParam extends dto(z.object({ id })) {}

/** One's own account; the guard says whose. */
@ApiTags('account')
@Controller('api/account')
export class AccountController {
  constructor(private readonly accounts: Accounts) {}

  @Get()
  @Answers(200, Account)
  show(@CurrentStaff() staff: StaffPrincipal): Promise<AccountView> {
    return this.accounts.show(staff);
  }

  @Patch()
  @Answers(200, Account, 'conflict')
  edit(@CurrentStaff() staff: StaffPrincipal, @Body() edit: EditAccount): Promise<AccountView> {
    return this.accounts.edit(staff, edit);
  }

  /** Ends all other sessions. */
  @Put('password')
  @Answers(204, null, 'wrong_credentials', 'too_many_requests')
  changePassword(@CurrentStaff() staff: StaffPrincipal, @Body() passwords: ChangePassword): Promise<void> {
    return this.accounts.changePassword(staff, passwords);
  }

  /** What the authenticator app needs. Nothing is asked for before the first code has come back. */
  @Post('second-factor')
  @Answers(201, SecondFactorSetup, 'wrong_credentials', 'conflict', 'too_many_requests')
  beginSecondFactor(
    @CurrentStaff() staff: StaffPrincipal,
    @Body() { password }: WithPassword,
  ): Promise<SecondFactorSetupView> {
    return this.accounts.beginSecondFactor(staff, password);
  }

  /** Answers with the recovery codes, which are shown this once. */
  @Post('second-factor/confirmations')
  @Answers(201, RecoveryCodes, 'wrong_code', 'conflict')
  confirmSecondFactor(
    @CurrentStaff() staff: StaffPrincipal,
    @Body() { code }: WithCode,
  ): Promise<{ recoveryCodes: string[] }> {
    return this.accounts.confirmSecondFactor(staff, code);
  }

  @Post('second-factor/removals')
  @Answers(204, null, 'wrong_credentials', 'too_many_requests')
  removeSecondFactor(@CurrentStaff() staff: StaffPrincipal, @Body() { password }: WithPassword): Promise<void> {
    return this.accounts.removeSecondFactor(staff, password);
  }

  @Get('sessions')
  @Answers(200, OwnSessions)
  async sessions(@CurrentStaff() staff: StaffPrincipal): Promise<{ items: StaffSessionView[] }> {
    return { items: await this.accounts.openSessions(staff) };
  }

  /** All but the one that asks. */
  @Delete('sessions')
  @Answers(204, null)
  endOtherSessions(@CurrentStaff() staff: StaffPrincipal): Promise<void> {
    return this.accounts.endOtherSessions(staff);
  }

  @Delete('sessions/:id')
  @Answers(204, null, 'not_found')
  endSession(@CurrentStaff() staff: StaffPrincipal, @Param() { id }: SessionParam): Promise<void> {
    return this.accounts.endSession(staff, id);
  }
}
