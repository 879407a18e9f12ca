import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { ConversationsModule } from '../conversations/index.js';
import { PeopleModule, TeamUses } from '../people/index.js';
import { SlaModule } from '../sla/index.js';
import { AssigneeGate, CaseErasers, TicketsModule } from '../tickets/index.js';
import { ActivityInterceptor } from './agents/activity.interceptor.js';
import { AssignableController } from './agents/assignable.controller.js';
import { ImposedPresences } from './agents/imposed-presences.service.js';
import { PresencesController } from './agents/presences.controller.js';
import { Presences } from './agents/presences.service.js';
import { ProfilesController } from './agents/profiles.controller.js';
import { Profiles } from './agents/profiles.service.js';
import { StaffConsumer } from './agents/staff.consumer.js';
import { Admission } from './assignment/admission.service.js';
import { Assignment } from './assignment/assignment.service.js';
import { Dispatch } from './assignment/dispatch.service.js';
import { RoutingJobs } from './assignment/job.handlers.js';
import { Reconciler } from './assignment/reconciler.service.js';
import { Relaxation } from './assignment/relaxation.service.js';
import { RoutingBeat } from './assignment/routing-beat.service.js';
import { callBackEraser } from './case-eraser.js';
import { RoutingsController } from './explain/routings.controller.js';
import { Routings } from './explain/routings.service.js';
import { CallBacksController } from './queue/call-backs.controller.js';
import { CallBacks } from './queue/call-backs.service.js';
import { DeskNews } from './queue/desk-news.service.js';
import { DeskStates } from './queue/desk-states.service.js';
import { Paces } from './queue/paces.service.js';
import { PresumedMessages } from './queue/presumed-messages.service.js';
import { QueueConsumer } from './queue/queue.consumer.js';
import { Queue } from './queue/queue.service.js';
import { QueueNews } from './queue/queue-news.service.js';
import { ToldWaits } from './queue/told-waits.service.js';
import { Wishes } from './queue/wishes.service.js';
import { DeclinesController } from './rescue/declines.controller.js';
import { Declines } from './rescue/declines.service.js';
import { Releases } from './rescue/releases.service.js';
import { Rescue } from './rescue/rescue.service.js';
import { Returns } from './rescue/returns.service.js';
import { Silences } from './rescue/silences.service.js';
import { RoutingMetrics } from './routing.metrics.js';
import { RuleVersions } from './rules/rule-versions.service.js';
import { RulesController } from './rules/rules.controller.js';
import { TeamSettings } from './rules/team-settings.service.js';
import { overflowsToTeam } from './rules/team-use.js';
import { LiveCustomers } from './surges/live-customers.service.js';
import { SurgeTurns } from './surges/surge-turns.service.js';
import { SurgesController } from './surges/surges.controller.js';
import { Surges } from './surges/surges.service.js';
import { WallBoardController } from './wall-board/wall-board.controller.js';
import { WallBoard } from './wall-board/wall-board.service.js';
import { WallBoardNews } from './wall-board/wall-board-news.service.js';

@Module({
  imports: [ConversationsModule, PeopleModule, SlaModule, TicketsModule],
  controllers: [
    CallBacksController,
    AssignableController,
    DeclinesController,
    PresencesController,
    ProfilesController,
    RoutingsController,
    RulesController,
    SurgesController,
    WallBoardController,
  ],
  providers: [
    Admission,
    Assignment,
    CallBacks,
    Declines,
    DeskNews,
    DeskStates,
    Dispatch,
    LiveCustomers,
    SurgeTurns,
    Surges,
    ImposedPresences,
    Paces,
    Presences,
    PresumedMessages,
    Profiles,
    Queue,
    QueueConsumer,
    QueueNews,
    Reconciler,
    Relaxation,
    Releases,
    Rescue,
    Returns,
    RoutingBeat,
    RoutingJobs,
    RoutingMetrics,
    Routings,
    Silences,
    RuleVersions,
    StaffConsumer,
    TeamSettings,
    WallBoard,
    WallBoardNews,
    { provide: APP_INTERCEPTOR, useClass: ActivityInterceptor },
    ToldWaits,
    Wishes,
  ],
  exports: [Assignment, Presences, Profiles, Queue, CallBacks, DeskStates, Surges, Wishes],
})
export class RoutingModule {
  constructor(gate: AssigneeGate, admission: Admission, teamUses: TeamUses, erasers: CaseErasers) {
    gate.use((tx, gift) => admission.admit(tx, gift));
    teamUses.register(overflowsToTeam);
    erasers.register(callBackEraser);
  }
}
