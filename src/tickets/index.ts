export { Access } from './access.service.js';
export { AssigneeGate, type CapacityCheck } from './assignee-gate.js';
export type { Assignment } from './assignments.service.js';
export { CATEGORY_DATA, categoryOf, FRONTLINE_TEAM, subCategoryOf } from './categories.data.js';
export { type TicketCounts, TicketLists } from './console/ticket-lists.service.js';
export { CustomerTickets } from './customer-tickets.service.js';
export type { OpenedTicket, Opening } from './opening.service.js';
export type { Due, ReachedRung } from './promises.service.js';
export type { Rating } from './ratings.service.js';
export { principalsOf } from './sight.service.js';
export { TICKET_ENTITIES, Ticket } from './ticket.entities.js';
export {
  type TicketActor,
  TicketAssigned,
  TicketDueChanged,
  TicketEdited,
  TicketEscalated,
  type TicketFacts,
  TicketOpened,
  TicketRated,
  TicketStatusChanged,
  ticketKey,
} from './ticket.events.js';
export type { TicketRecord } from './ticket.record.js';
export { parseNumber } from './ticket-number.js';
export { TicketsModule } from './tickets.module.js';
export { Tickets } from './tickets.service.js';
export { ACTIVE_STATUSES, TRANSITIONS } from './transitions.data.js';
