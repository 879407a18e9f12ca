import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/index.js';
import { TicketsModule } from '../tickets/index.js';
import { Attendance } from './attendance/attendance.service.js';
import { CalendarReach } from './calendar/calendar-reach.service.js';
import { CalendarsController } from './calendar/calendars.controller.js';
import { Calendars } from './calendar/calendars.service.js';
import { OpeningHours } from './calendar/opening-hours.service.js';
import { ClockRows } from './clocks/clock-rows.service.js';
import { ClockTruths } from './clocks/clock-truths.service.js';
import { Clocks } from './clocks/clocks.service.js';
import { EscalationsController } from './escalations/escalations.controller.js';
import { Escalations } from './escalations/escalations.service.js';
import { ClocksController } from './explain/clocks.controller.js';
import { Explanations } from './explain/explanations.service.js';
import { LadderSettings } from './ladder/ladder-settings.service.js';
import { LaddersController } from './ladder/ladders.controller.js';
import { PoliciesController } from './policy/policies.controller.js';
import { Policies } from './policy/policies.service.js';
import { DuePreviews } from './previews/due-previews.service.js';
import { RetimePreviews } from './previews/retime-previews.service.js';
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
  controllers: [PoliciesController, LaddersController, CalendarsController, ClocksController, EscalationsController],
  providers: [
    Attendance,
    CalendarReach,
    Calendars,
    ClockRows,
    Clocks,
    ClockTruths,
    DuePreviews,
    Escalations,
    Explanations,
    Firing,
    LadderSettings,
    OpeningHours,
    Policies,
    RetimePreviews,
    Retimings,
    RuleBook,
    RungActions,
    SlaHandlers,
    SlaMetrics,
    Sweep,
  ],
  exports: [Attendance, Escalations, OpeningHours, Sweep],
})
export class SlaModule {}
