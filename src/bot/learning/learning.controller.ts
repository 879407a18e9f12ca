import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type {
  ArticleInWaitingView,
  BotSettlementView,
  FlaggedAnswerView,
  Page,
  UnansweredQuestionView,
} from '../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { Flags } from './flags.service.js';
import {
  EntryParams,
  FlagListQuery,
  FlagSettlementBody,
  LearningQuery,
  QuestionSettlementBody,
  ReplySettlementBody,
} from './learning.inputs.js';
import { BotLearning } from './learning.service.js';
import { ArticlesInWaiting, BotSettlementSchema, FlaggedAnswerPage, UnansweredQuestions } from './learning.views.js';
import { Settlements } from './settlements.service.js';

/** What the bot could have known better. */
@ApiTags('bot')
@Roles('admin', 'supervisor')
@Controller('api/bot/learning')
export class BotLearningController {
  constructor(
    private readonly learning: BotLearning,
    private readonly settlements: Settlements,
    private readonly flags: Flags,
  ) {}

  /** Questions that it could not answer, together what asks the same; without those that somebody has seen to. */
  @Get('questions')
  @Answers(200, UnansweredQuestions)
  questions(@Query() { days }: LearningQuery): Promise<{ items: UnansweredQuestionView[] }> {
    return this.learning.questions(days);
  }

  /** An article task, the customers' words for an article that answers them, or neither. */
  @Post('questions/settlements')
  @Answers(201, BotSettlementSchema, 'not_found', 'conflict', 'invalid_input')
  settleQuestion(
    @CurrentStaff() staff: StaffPrincipal,
    @Body() body: QuestionSettlementBody,
  ): Promise<BotSettlementView> {
    return this.settlements.question(staff, body);
  }

  /** What agents replied in cases that came of the bot and were solved, where it looks like an article. */
  @Get('replies')
  @Answers(200, ArticlesInWaiting)
  replies(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { days }: LearningQuery,
  ): Promise<{ items: ArticleInWaitingView[] }> {
    return this.learning.replies(staff, days);
  }

  @Post('replies/settlements')
  @Answers(201, BotSettlementSchema, 'not_found', 'forbidden', 'conflict')
  settleReply(@CurrentStaff() staff: StaffPrincipal, @Body() body: ReplySettlementBody): Promise<BotSettlementView> {
    return this.settlements.reply(staff, body);
  }

  /** Answers that somebody of the staff has called wrong. */
  @Get('flags')
  @Answers(200, FlaggedAnswerPage)
  flagged(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { settled, limit, cursor }: FlagListQuery,
  ): Promise<Page<FlaggedAnswerView>> {
    return this.flags.list(staff, settled, limit, cursor);
  }

  @Post('flags/:entryId/settlements')
  @Answers(201, BotSettlementSchema, 'not_found', 'conflict', 'invalid_input')
  settleFlag(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { entryId }: EntryParams,
    @Body() { deed }: FlagSettlementBody,
  ): Promise<BotSettlementView> {
    return this.flags.settle(staff, entryId, deed);
  }
}
