import { Body, Controller, Get, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { BotReplayView, BotSettingsView } from '../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { BotReplayBody, BotSettingsBody } from './bot-settings.inputs.js';
import { BotSettingsSchema } from './bot-settings.views.js';
import { BotSettingsAdmin } from './bot-settings-admin.service.js';
import { BotReplay } from './replay/replay.views.js';
import { Replays } from './replay/replays.service.js';

/** What the bot is told to do. */
@ApiTags('bot')
@Roles('admin')
@Controller('api/bot/settings')
export class BotSettingsController {
  constructor(
    private readonly settings: BotSettingsAdmin,
    private readonly replays: Replays,
  ) {}

  @Get()
  @Answers(200, BotSettingsSchema)
  show(): Promise<BotSettingsView> {
    return this.settings.view();
  }

  /** Holds from the next message of any customer on. */
  @Put()
  @Answers(200, BotSettingsSchema, 'conflict')
  update(
    @CurrentStaff() staff: StaffPrincipal,
    @Body() { version, settings }: BotSettingsBody,
  ): Promise<BotSettingsView> {
    return this.settings.update(staff, version, settings);
  }

  /** The latest turns of customers, led by the settings that hold and by these. Nothing is kept, nobody is told. */
  @Post('replays')
  @Answers(200, BotReplay, 'too_many_requests')
  replay(
    @Body() { settings, turns }: BotReplayBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BotReplayView> {
    const leaving = new AbortController();
    reply.raw.once('close', () => leaving.abort());
    return this.replays.run(settings, turns, leaving.signal);
  }
}
