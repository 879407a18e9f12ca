import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/index.js';
import { PeopleModule, TeamUses } from '../people/index.js';
import { Access } from './access.service.js';
import { AssigneeGate } from './assignee-gate.js';
import { Assignments } from './assignments.service.js';
import { BulkController } from './bulk/bulk.controller.js';
import { BulkActions } from './bulk/bulk-actions.service.js';
import { BulkDeeds } from './bulk/bulk-deeds.service.js';
import { BulkOrders } from './bulk/bulk-orders.service.js';
import { BulkTurn } from './bulk/bulk-turn.service.js';
import { BulkWork } from './bulk/bulk-work.service.js';
import { Previews } from './bulk/previews.service.js';
import { Scopes } from './bulk/scopes.service.js';
import { CategoriesController } from './categories/categories.controller.js';
import { Categories } from './categories/categories.service.js';
import { CategoryAdmin } from './categories/category-admin.service.js';
import { CategorySettingsReader } from './categories/category-settings.reader.js';
import { FormVersions } from './categories/form-versions.service.js';
import { SubCategoriesController } from './categories/sub-categories.controller.js';
import { Topics } from './categories/topics.js';
import { Checklists } from './checklists/checklists.service.js';
import { ChecksController } from './checklists/checks.controller.js';
import { Casework } from './console/casework.service.js';
import { SupervisionController } from './console/supervision.controller.js';
import { Supervision } from './console/supervision.service.js';
import { TicketLists } from './console/ticket-lists.service.js';
import { TicketsController } from './console/tickets.controller.js';
import { Transfers } from './console/transfers.service.js';
import { CustomerTickets } from './customer-tickets.service.js';
import { Edits } from './edits.service.js';
import { TicketExportsController } from './export/ticket-exports.controller.js';
import { TicketExports } from './export/ticket-exports.service.js';
import { GivenPromises } from './given-promises.service.js';
import { Handovers } from './handovers.service.js';
import { CASE_IMPORT_CONTROLLERS, CASE_IMPORT_PROVIDERS } from './import/case-import.parts.js';
import { Kin } from './kinship/kin.service.js';
import { KinshipController } from './kinship/kinship.controller.js';
import { Links } from './kinship/links.service.js';
import { Merges } from './kinship/merges.service.js';
import { Pairs } from './kinship/pairs.service.js';
import { Parents } from './kinship/parents.service.js';
import { Splits } from './kinship/splits.service.js';
import { Tasks } from './kinship/tasks.service.js';
import { LeftBehind } from './left-behind.service.js';
import { ColleaguesController } from './mentions/colleagues.controller.js';
import { Colleagues } from './mentions/colleagues.service.js';
import { Mentions } from './mentions/mentions.service.js';
import { MessageHandlers } from './message.handlers.js';
import { Natures } from './nature/natures.service.js';
import { Notes } from './notes.service.js';
import { Openings } from './opening.service.js';
import { ApiCasesController } from './openings/api-cases.controller.js';
import { ApiCases } from './openings/api-cases.service.js';
import { CaseOpenings } from './openings/case-openings.service.js';
import { PhoneCasesController } from './openings/phone-cases.controller.js';
import { PhoneCases } from './openings/phone-cases.service.js';
import { Repeats } from './openings/repeats.service.js';
import { CaseDrafts } from './openings/web-form/case-drafts.service.js';
import { FormAdvice } from './openings/web-form/form-advice.service.js';
import { FormPages } from './openings/web-form/form-pages.service.js';
import { FormSeals } from './openings/web-form/form-seals.service.js';
import { OpenedPages } from './openings/web-form/opened-pages.service.js';
import { WebCases } from './openings/web-form/web-cases.service.js';
import { WebFormController } from './openings/web-form/web-form.controller.js';
import { WebForm } from './openings/web-form/web-form.service.js';
import { Promises } from './promises.service.js';
import { Ratings } from './ratings.service.js';
import { Reopenings } from './reopenings.service.js';
import { CannedRepliesController } from './replies/canned-replies.controller.js';
import { CannedReplies } from './replies/canned-replies.service.js';
import { CannedReplyAdmin } from './replies/canned-reply-admin.service.js';
import { MacroAdmin } from './replies/macro-admin.service.js';
import { MacroRules } from './replies/macro-rules.service.js';
import { MacroRuns } from './replies/macro-runs.service.js';
import { MacrosController } from './replies/macros.controller.js';
import { Macros } from './replies/macros.service.js';
import { ReplyVariables } from './replies/reply-variables.service.js';
import { CommonWords } from './search/common-words.service.js';
import { Passages } from './search/said/passages.service.js';
import { SaidConsumer } from './search/said/said.consumer.js';
import { SaidIndex } from './search/said/said-index.service.js';
import { SavedViewsController } from './search/saved-views.controller.js';
import { SavedViews } from './search/saved-views.service.js';
import { TextMatches } from './search/text-matches.service.js';
import { TicketSearchController } from './search/ticket-search.controller.js';
import { TicketSearch } from './search/ticket-search.service.js';
import { Sight } from './sight.service.js';
import { SnoozeBeat } from './snoozes/snooze-beat.service.js';
import { SnoozesController } from './snoozes/snoozes.controller.js';
import { Snoozes } from './snoozes/snoozes.service.js';
import { StaffHandlers } from './staff.handlers.js';
import { CasePages } from './status/case-pages.service.js';
import { CustomerCaseLists } from './status/customer-case-lists.service.js';
import { CustomerCases } from './status/customer-cases.service.js';
import { CustomerDeeds } from './status/customer-deeds.service.js';
import { DeedsController } from './status/deeds.controller.js';
import { LookUp } from './status/look-up.service.js';
import { LookUpPage } from './status/look-up-page.service.js';
import { LookUpsController } from './status/look-ups.controller.js';
import { RepliesController } from './status/replies.controller.js';
import { ReplyDrafts } from './status/reply-drafts.service.js';
import { StatusController } from './status/status.controller.js';
import { StatusReplies } from './status/status-replies.service.js';
import { StatusChanges } from './status-changes.service.js';
import { TagsController } from './tags/tags.controller.js';
import { Tags } from './tags/tags.service.js';
import { useOfTeam } from './team-use.js';
import { TicketLocks } from './ticket-locks.service.js';
import { Tickets } from './tickets.service.js';
import { Timeline } from './timeline.service.js';
import { RETENTION_CONTROLLERS, RETENTION_DOOR, RETENTION_PROVIDERS } from './upkeep/retention.parts.js';
import { Watchers } from './watchers.service.js';

const DOOR = [
  ...RETENTION_DOOR,
  CannedReplies,
  CaseOpenings,
  CustomerCaseLists,
  Categories,
  FormAdvice,
  Macros,
  Tags,
  Tickets,
  TicketLists,
  CustomerTickets,
  Access,
  AssigneeGate,
  LeftBehind,
  Mentions,
];

/** The case: number, category, status, who has it, and what its customer is told. */
@Module({
  imports: [ConversationsModule, PeopleModule],
  controllers: [
    TicketSearchController,
    SavedViewsController,
    TicketExportsController,
    TicketsController,
    BulkController,
    SupervisionController,
    SnoozesController,
    ColleaguesController,
    KinshipController,
    CategoriesController,
    CannedRepliesController,
    MacrosController,
    SubCategoriesController,
    ChecksController,
    TagsController,
    ApiCasesController,
    PhoneCasesController,
    WebFormController,
    LookUpsController,
    StatusController,
    DeedsController,
    RepliesController,
    ...CASE_IMPORT_CONTROLLERS,
    ...RETENTION_CONTROLLERS,
  ],
  providers: [
    ...DOOR,
    ...CASE_IMPORT_PROVIDERS,
    ...RETENTION_PROVIDERS,
    ApiCases,
    Assignments,
    BulkActions,
    BulkDeeds,
    BulkOrders,
    BulkTurn,
    BulkWork,
    CannedReplyAdmin,
    CaseDrafts,
    Colleagues,
    Casework,
    CasePages,
    CategoryAdmin,
    CategorySettingsReader,
    Checklists,
    CommonWords,
    CustomerCases,
    CustomerDeeds,
    Edits,
    FormPages,
    FormSeals,
    FormVersions,
    GivenPromises,
    Handovers,
    Kin,
    Links,
    LookUp,
    LookUpPage,
    MacroAdmin,
    MacroRules,
    MacroRuns,
    Merges,
    Pairs,
    Parents,
    Previews,
    Scopes,
    Passages,
    SaidConsumer,
    SaidIndex,
    Splits,
    Tasks,
    MessageHandlers,
    Natures,
    Notes,
    OpenedPages,
    Openings,
    PhoneCases,
    Promises,
    Ratings,
    ReplyVariables,
    Reopenings,
    Repeats,
    ReplyDrafts,
    SavedViews,
    Sight,
    SnoozeBeat,
    Snoozes,
    StaffHandlers,
    StatusChanges,
    StatusReplies,
    Supervision,
    TextMatches,
    TicketExports,
    TicketLocks,
    TicketSearch,
    Timeline,
    Topics,
    Transfers,
    Watchers,
    WebCases,
    WebForm,
  ],
  exports: DOOR,
})
export class TicketsModule {
  constructor(teamUses: TeamUses) {
    teamUses.register(useOfTeam);
  }
}
