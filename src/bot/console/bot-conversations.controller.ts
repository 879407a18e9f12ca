import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type {
  BotConversationCounts,
  BotConversationItemView,
  BotConversationView,
  Page,
} from '../../contract/index.js';
import { CurrentStaff, type StaffPrincipal } from '../../people/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { BotConversationParam, BotConversationsQuery } from './bot-conversations.inputs.js';
import { BotConversations } from './bot-conversations.service.js';
import {
  BotConversation,
  BotConversationCountsSchema,
  BotConversationPage,
  TakenOver,
} from './bot-conversations.views.js';
import { TakeOvers } from './take-overs.service.js';

/** Conversations with the bot, for everybody who works here. What was said in them comes by socket. */
@ApiTags('bot')
@Controller('api/bot/conversations')
export class BotConversationsController {
  constructor(
    private readonly conversations: BotConversations,
    private readonly takeOvers: TakeOvers,
  ) {}

  /** Those asked something last come first. Without a period: of the last 30 days. */
  @Get()
  @Answers(200, BotConversationPage)
  list(@Query() query: BotConversationsQuery): Promise<Page<BotConversationItemView>> {
    return this.conversations.list(query);
  }

  @Get('counts')
  @Answers(200, BotConversationCountsSchema)
  counts(): Promise<BotConversationCounts> {
    return this.conversations.counts();
  }

  @Get(':id')
  @Answers(200, BotConversation, 'not_found')
  show(
    @CurrentStaff() { locale }: StaffPrincipal,
    @Param() { id }: BotConversationParam,
  ): Promise<BotConversationView> {
    return this.conversations.view(id, locale);
  }

  /** A person steps in: the case is theirs from now on. */
  @Post(':id/take-overs')
  @Answers(201, TakenOver, 'not_found', 'conflict', 'capacity_exceeded', 'forbidden')
  takeOver(@CurrentStaff() staff: StaffPrincipal, @Param() { id }: BotConversationParam): Promise<{ number: string }> {
    return this.takeOvers.take(staff, id);
  }
}
