import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/index.js';
import { TicketsModule } from '../tickets/index.js';
import { Clocks } from './clocks.service.js';
import { SlaHandlers } from './sla.handlers.js';
import { SlaMetrics } from './sla.metrics.js';
import { Sweep } from './sweep.service.js';

/** What was promised by when, and what happens when that passes. */
@Module({
  imports: [ConversationsModule, TicketsModule],
  providers: [Clocks, Sweep, SlaHandlers, SlaMetrics],
  exports: [Sweep],
})
export class SlaModule {}
