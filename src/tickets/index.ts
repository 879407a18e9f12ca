export { Access } from './access.service.js';
export { AssigneeGate } from './assignee-gate.js';
export type { Assignment } from './assignments.service.js';
export { Categories } from './categories/categories.service.js';
export { CATEGORY_PRESETS } from './categories/presets.data.js';
export { type TicketCounts, TicketLists } from './console/ticket-lists.service.js';
export { CustomerTickets } from './customer-tickets.service.js';
export { LeftBehind } from './left-behind.service.js';
export type { Due, ReachedRung } from './promises.service.js';
export type { Rating } from './ratings.service.js';
export { TICKET_SEARCH_ENTITIES } from './search/search.entities.js';
export { TICKET_ENTITIES, Ticket } from './ticket.entities.js';
export {
  TicketAssigned,
  TicketDueChanged,
  TicketEdited,
  TicketEscalated,
  type TicketFacts,
  TicketOpened,
  TicketPromised,
  TicketRated,
  TicketStatusChanged,
  ticketKey,
} from './ticket.events.js';
export type { TicketRecord } from './ticket.record.js';
export { formatNumber } from './ticket-number.js';
export { TicketsModule } from './tickets.module.js';
export { Tickets } from './tickets.service.js';
export { TRANSITIONS } from './transitions.data.js';
