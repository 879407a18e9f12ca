import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/index.js';
import { RoutingModule } from '../routing/index.js';
import { TicketsModule } from '../tickets/index.js';
import { CustomerScreens } from './customer-screens.service.js';
import { ScreensConsumer } from './screens.consumer.js';

@Module({
  imports: [ConversationsModule, RoutingModule, TicketsModule],
  providers: [CustomerScreens, ScreensConsumer],
  exports: [CustomerScreens],
})
export class NotificationsModule {}
