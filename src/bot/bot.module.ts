import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/index.js';
import { HelpCenterModule } from '../help-center/index.js';
import { TicketsModule } from '../tickets/index.js';
import { AnswerRatings } from './answer-ratings.service.js';
import { AnswersConsumer } from './answers.consumer.js';

@Module({
  imports: [ConversationsModule, HelpCenterModule, TicketsModule],
  providers: [AnswerRatings, AnswersConsumer],
  exports: [AnswerRatings],
})
export class BotModule {}
