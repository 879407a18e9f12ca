export { Access, can } from './access.service.js';
export { AssigneeGate, type Gift } from './assignee-gate.js';
export type { Assignment } from './assignments.service.js';
export { BulkWork } from './bulk/bulk-work.service.js';
export { CASE_ENTITIES } from './case.entities.js';
export { Categories } from './categories/categories.service.js';
export { CATEGORY_PRESETS } from './categories/presets.data.js';
export { FRONT_LINE, FRONTLINE_TEAM } from './categories/unsorted.js';
export { VerifiedIdentity } from './console/ticket.views.js';
export { type TicketCounts, TicketLists } from './console/ticket-lists.service.js';
export { CustomerTickets, type OwnCase } from './customer-tickets.service.js';
export { giveWaiting } from './give-waiting.sql.js';
export type { ClaimedTicket } from './handovers.service.js';
export { OWN_BASIS } from './kinship/own-case.sql.js';
export { LeftBehind } from './left-behind.service.js';
export { Mentions } from './mentions/mentions.service.js';
export { guessNature } from './nature/guess-nature.js';
export type { Opening } from './opening.service.js';
export { CaseOpenings } from './openings/case-openings.service.js';
export { FormAdvice } from './openings/web-form/form-advice.service.js';
export type { Due, ReachedRung } from './promises.service.js';
export type { Rating } from './ratings.service.js';
export { CannedReplies } from './replies/canned-replies.service.js';
export { Macros } from './replies/macros.service.js';
export { TICKET_SEARCH_ENTITIES } from './search/search.entities.js';
export { SnoozeBeat } from './snoozes/snooze-beat.service.js';
export { CustomerCaseLists } from './status/customer-case-lists.service.js';
export { STATUS_WORDS } from './status/status.texts.js';
export { Tags } from './tags/tags.service.js';
export { TICKET_ENTITIES, Ticket } from './ticket.entities.js';
export {
  type TicketActor,
  TicketAssigned,
  TicketDueChanged,
  TicketEdited,
  TicketEscalated,
  type TicketFacts,
  TicketImported,
  TicketMentioned,
  TicketMerged,
  TicketNudged,
  TicketOpened,
  TicketPromised,
  TicketRated,
  TicketSnoozed,
  TicketStatusChanged,
  TicketTaskOpened,
  TicketWhispered,
  TicketWoken,
  ticketKey,
} from './ticket.events.js';
export { factsOf, type TicketRecord } from './ticket.record.js';
export { formatNumber, parseNumber } from './ticket-number.js';
export { TicketsModule } from './tickets.module.js';
export { Tickets } from './tickets.service.js';
export { TRANSITIONS } from './transitions.data.js';
export { type CaseEraser, CaseErasers, type CaseScope } from './upkeep/case-erasers.js';
