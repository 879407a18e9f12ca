import { Module } from '@nestjs/common';
import { BotModule } from '../bot/index.js';
import { ConversationsModule } from '../conversations/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { PeopleModule } from '../people/index.js';
import { Push } from '../platform/push/index.js';
import { RoutingModule } from '../routing/index.js';
import { SlaModule } from '../sla/index.js';
import { TicketsModule } from '../tickets/index.js';
import { AgentGateway } from './agent.gateway.js';
import { AgentHandlers } from './agent.handlers.js';
import { MissedPushes } from './missed-pushes.service.js';
import { Onlookers } from './onlookers.service.js';
import { Publisher } from './publisher.js';
import { countSockets } from './socket.metrics.js';
import { VisitorSockets } from './visitor-sockets.js';
import { WidgetGateway } from './widget.gateway.js';
import { WidgetHandlers } from './widget.handlers.js';

@Module({
  imports: [BotModule, ConversationsModule, NotificationsModule, PeopleModule, RoutingModule, SlaModule, TicketsModule],
  providers: [
    AgentGateway,
    AgentHandlers,
    MissedPushes,
    Onlookers,
    Publisher,
    VisitorSockets,
    WidgetGateway,
    WidgetHandlers,
  ],
})
export class RealtimeModule {
  constructor(push: Push, publisher: Publisher) {
    push.use(publisher);
    countSockets(() => publisher.sockets);
  }
}
