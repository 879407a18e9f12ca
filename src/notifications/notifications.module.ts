import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/index.js';
import { FeedbackModule } from '../feedback/index.js';
import { PeopleModule } from '../people/index.js';
import { RoutingModule } from '../routing/index.js';
import { SlaModule } from '../sla/index.js';
import { CaseErasers, TicketsModule } from '../tickets/index.js';
import { letterEraser } from './case-eraser.js';
import { ChannelAdmin } from './channels/channel-admin.service.js';
import { ChannelWire } from './channels/channel-wire.service.js';
import { ChannelsController } from './channels/channels.controller.js';
import { Deliveries } from './channels/deliveries.service.js';
import { CustomerScreens } from './customer-screens.service.js';
import { FeedbackNewsConsumer } from './feedback/feedback-news.consumer.js';
import { NotificationJobHandlers } from './job.handlers.js';
import { LetterWriter } from './letters/letter-writer.service.js';
import { LettersConsumer } from './letters/letters.consumer.js';
import { Letters } from './letters/letters.service.js';
import { MailPreferencesController } from './letters/mail-preferences.controller.js';
import { MailPreferences } from './letters/mail-preferences.service.js';
import { ScreensConsumer } from './screens.consumer.js';
import { ArticlesConsumer } from './staff/articles.consumer.js';
import { CaseTasksConsumer } from './staff/case-tasks.consumer.js';
import { EscalationsConsumer } from './staff/escalations.consumer.js';
import { NewsConsumer } from './staff/news.consumer.js';
import { NoticesController } from './staff/notices.controller.js';
import { Notices } from './staff/notices.service.js';
import { Recipients } from './staff/recipients.service.js';

@Module({
  imports: [ConversationsModule, FeedbackModule, PeopleModule, RoutingModule, SlaModule, TicketsModule],
  controllers: [ChannelsController, NoticesController, MailPreferencesController],
  providers: [
    CustomerScreens,
    ScreensConsumer,
    ChannelAdmin,
    ChannelWire,
    Deliveries,
    NotificationJobHandlers,
    EscalationsConsumer,
    CaseTasksConsumer,
    NewsConsumer,
    ArticlesConsumer,
    Notices,
    Recipients,
    Letters,
    LettersConsumer,
    LetterWriter,
    MailPreferences,
    FeedbackNewsConsumer,
  ],
  exports: [CustomerScreens],
})
export class NotificationsModule {
  constructor(erasers: CaseErasers) {
    erasers.register(letterEraser);
  }
}
