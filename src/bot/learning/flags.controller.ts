import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BotFlagView } from '../../contract/index.js';
import { CurrentStaff, type StaffPrincipal } from '../../people/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { Flags } from './flags.service.js';
import { ConversationParams, EntryParams, FlagBody } from './learning.inputs.js';
import { BotFlagList, BotFlagSchema } from './learning.views.js';

/** For whoever may see the case, or the conversation with the bot. */
@ApiTags('bot')
@Controller('api/bot')
export class FlagsController {
  constructor(private readonly flags: Flags) {}

  @Get('conversations/:id/flags')
  @Answers(200, BotFlagList, 'not_found')
  of(@CurrentStaff() staff: StaffPrincipal, @Param() { id }: ConversationParams): Promise<{ items: BotFlagView[] }> {
    return this.flags.of(staff, id);
  }

  /** This answer is wrong; saying it again changes what one said. */
  @Put('answers/:entryId/flag')
  @Answers(200, BotFlagSchema, 'not_found', 'conflict')
  flag(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { entryId }: EntryParams,
    @Body() body: FlagBody,
  ): Promise<BotFlagView> {
    return this.flags.flag(staff, entryId, body);
  }

  @Delete('answers/:entryId/flag')
  @Answers(204, null, 'not_found', 'forbidden', 'conflict')
  unflag(@CurrentStaff() staff: StaffPrincipal, @Param() { entryId }: EntryParams): Promise<void> {
    return this.flags.unflag(staff, entryId);
  }
}
