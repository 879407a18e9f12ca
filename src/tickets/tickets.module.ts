import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/index.js';
import { PeopleModule, TeamUses } from '../people/index.js';
import { Access } from './access.service.js';
import { AssigneeGate } from './assignee-gate.js';
import { Assignments } from './assignments.service.js';
import { CategoriesController } from './categories/categories.controller.js';
import { Categories } from './categories/categories.service.js';
import { CategoryAdmin } from './categories/category-admin.service.js';
import { CategorySettingsReader } from './categories/category-settings.reader.js';
import { SubCategoriesController } from './categories/sub-categories.controller.js';
import { Topics } from './categories/topics.js';
import { Casework } from './console/casework.service.js';
import { TicketLists } from './console/ticket-lists.service.js';
import { TicketsController } from './console/tickets.controller.js';
import { CustomerTickets } from './customer-tickets.service.js';
import { Edits } from './edits.service.js';
import { GivenPromises } from './given-promises.service.js';
import { LeftBehind } from './left-behind.service.js';
import { MessageHandlers } from './message.handlers.js';
import { Notes } from './notes.service.js';
import { Openings } from './opening.service.js';
import { Promises } from './promises.service.js';
import { Ratings } from './ratings.service.js';
import { SavedViewsController } from './search/saved-views.controller.js';
import { SavedViews } from './search/saved-views.service.js';
import { TextMatches } from './search/text-matches.service.js';
import { TicketSearchController } from './search/ticket-search.controller.js';
import { TicketSearch } from './search/ticket-search.service.js';
import { Sight } from './sight.service.js';
import { StaffHandlers } from './staff.handlers.js';
import { LookUp } from './status/look-up.service.js';
import { LookUpsController } from './status/look-ups.controller.js';
import { StatusController } from './status/status.controller.js';
import { StatusChanges } from './status-changes.service.js';
import { useOfTeam } from './team-use.js';
import { TicketLocks } from './ticket-locks.service.js';
import { Tickets } from './tickets.service.js';
import { Timeline } from './timeline.service.js';
import { Watchers } from './watchers.service.js';

const DOOR = [Categories, Tickets, TicketLists, CustomerTickets, Access, AssigneeGate, LeftBehind];

/** The case: number, category, status, who has it, and what its customer is told. */
@Module({
  imports: [ConversationsModule, PeopleModule],
  controllers: [
    TicketSearchController,
    SavedViewsController,
    TicketsController,
    CategoriesController,
    SubCategoriesController,
    LookUpsController,
    StatusController,
  ],
  providers: [
    ...DOOR,
    Assignments,
    Casework,
    CategoryAdmin,
    CategorySettingsReader,
    Edits,
    GivenPromises,
    LookUp,
    MessageHandlers,
    Notes,
    Openings,
    Promises,
    Ratings,
    SavedViews,
    Sight,
    StaffHandlers,
    StatusChanges,
    TextMatches,
    TicketLocks,
    TicketSearch,
    Timeline,
    Topics,
    Watchers,
  ],
  exports: DOOR,
})
export class TicketsModule {
  constructor(teamUses: TeamUses) {
    teamUses.register(useOfTeam);
  }
}
