import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/index.js';
import { TicketsModule } from '../tickets/index.js';
import { Attendance } from './attendance/attendance.service.js';
import { ClockRows } from './clocks/clock-rows.service.js';
import { ClockTruths } from './clocks/clock-truths.service.js';
import { Clocks } from './clocks/clocks.service.js';
import { Retimings } from './retiming/retimings.service.js';
import { RuleBook } from './rule-book.service.js';
import { SlaHandlers } from './sla.handlers.js';
import { SlaMetrics } from './sla.metrics.js';
import { Firing } from './sweep/firing.service.js';
import { RungActions } from './sweep/rung-actions.service.js';
import { Sweep } from './sweep/sweep.service.js';

/** What was promised by when, and what happens when that passes. */
@Module({
  imports: [ConversationsModule, TicketsModule],
  providers: [
    Attendance,
    ClockRows,
    Clocks,
    ClockTruths,
    Firing,
    Retimings,
    RuleBook,
    RungActions,
    SlaHandlers,
    SlaMetrics,
    Sweep,
  ],
  exports: [Attendance, Sweep],
})
export class SlaModule {}
