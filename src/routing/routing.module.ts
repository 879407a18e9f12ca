import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { AssigneeGate, TicketsModule } from '../tickets/index.js';
import { Assignment } from './assignment.service.js';
import { Dispatch } from './dispatch.service.js';
import { RoutingJobs } from './job.handlers.js';
import { Presences } from './presences.service.js';
import { ProfilesController } from './profiles.controller.js';
import { Profiles } from './profiles.service.js';
import { QueueConsumer } from './queue.consumer.js';
import { Queue } from './queue.service.js';
import { QueueNews } from './queue-news.service.js';
import { Reconciler } from './reconciler.service.js';
import { RoutingController } from './routing.controller.js';
import { RoutingMetrics } from './routing.metrics.js';
import { StaffConsumer } from './staff.consumer.js';

@Module({
  imports: [PeopleModule, TicketsModule],
  controllers: [RoutingController, ProfilesController],
  providers: [
    Assignment,
    Dispatch,
    Presences,
    Profiles,
    Queue,
    QueueConsumer,
    QueueNews,
    Reconciler,
    RoutingJobs,
    RoutingMetrics,
    StaffConsumer,
  ],
  exports: [Assignment, Presences, Profiles, Queue],
})
export class RoutingModule {
  constructor(gate: AssigneeGate, assignment: Assignment) {
    gate.use((tx, give) => assignment.admit(tx, give));
  }
}
