export { CATEGORY_DATA, categoryOf, FRONTLINE_TEAM, subCategoryOf } from './categories.data.js';
export { TICKET_ENTITIES, Ticket } from './ticket.entities.js';
export {
  type TicketActor,
  TicketAssigned,
  TicketEdited,
  TicketEscalated,
  type TicketFacts,
  TicketOpened,
  TicketRated,
  TicketStatusChanged,
  ticketKey,
} from './ticket.events.js';
export { parseNumber } from './ticket-number.js';
export { ACTIVE_STATUSES, TRANSITIONS } from './transitions.data.js';
