import type {
  AssignableStaffView,
  AttachmentView,
  CategoryKey,
  CategoryView,
  ClockExplanation,
  ContextView,
  EscalationView,
  Nature,
  Page,
  Presence,
  Priority,
  SavedViewView,
  SortDirection,
  StaffView,
  TeamView,
  TicketList,
  TicketListItemView,
  TicketSort,
  TicketStatus,
  TicketView,
  TimelineEventView,
  TrackedStepView,
} from '../../../contract/index.js';
import { answer, routes } from './client.js';
import type { paths } from './schema.gen.js';

/** The filters of the ticket table as the server reads them. */
export type TicketFilterParameters = NonNullable<paths['/api/tickets/search/count']['get']['parameters']['query']>;

export type TicketCounts = Record<TicketList, number>;

/** What an edit of a case may carry; only what changes is sent. */
export interface TicketEdit {
  subject?: string;
  category?: CategoryKey;
  subCategory?: string;
  nature?: Nature;
  priority?: Priority;
  form?: Record<string, string>;
}

interface Items<T> {
  items: T[];
}

const of = (number: string) => ({ path: { number } });

/**
 * The server's REST surface as the console uses it, one function a route. All throw `ApiProblem`.
 * The answers are named by the contract, so that a document that differs from it does not compile.
 */
export const api = {
  signIn: (body: { email: string; password: string; code?: string }): Promise<{ staff: StaffView }> =>
    answer(routes.POST('/api/sessions', { body })),
  currentSession: (): Promise<{ staff: StaffView }> => answer(routes.GET('/api/sessions/current')),
  signOut: async (): Promise<void> => {
    await answer(routes.DELETE('/api/sessions/current'));
  },

  tickets: (
    query: { list: TicketList; cursor?: string; limit?: number },
    signal?: AbortSignal,
  ): Promise<Page<TicketListItemView>> => answer(routes.GET('/api/tickets', { params: { query }, signal })),
  searchTickets: (
    query: TicketFilterParameters & { sort?: TicketSort; direction?: SortDirection; cursor?: string; limit?: number },
    signal?: AbortSignal,
  ): Promise<Page<TicketListItemView>> => answer(routes.GET('/api/tickets/search', { params: { query }, signal })),
  countTickets: (query: TicketFilterParameters, signal?: AbortSignal): Promise<{ count: number }> =>
    answer(routes.GET('/api/tickets/search/count', { params: { query }, signal })),
  savedViews: (): Promise<Items<SavedViewView>> => answer(routes.GET('/api/ticket-views')),
  saveView: (body: { name: string; query: string }): Promise<SavedViewView> =>
    answer(routes.POST('/api/ticket-views', { body })),
  deleteView: async (id: string): Promise<void> => {
    await answer(routes.DELETE('/api/ticket-views/{id}', { params: { path: { id } } }));
  },
  ticketCounts: (): Promise<TicketCounts> => answer(routes.GET('/api/tickets/counts')),
  ticket: (number: string): Promise<TicketView> => answer(routes.GET('/api/tickets/{number}', { params: of(number) })),
  editTicket: (number: string, version: number, edit: TicketEdit): Promise<TicketView> =>
    answer(routes.PATCH('/api/tickets/{number}', { params: of(number), body: { version, ...edit } })),
  assign: (
    number: string,
    body: { teamId: string; staffId?: string; note?: string },
  ): Promise<{ number: string; withdrawn: boolean }> =>
    answer(routes.POST('/api/tickets/{number}/assignments', { params: of(number), body })),
  transition: (number: string, body: { to: TicketStatus; note?: string }): Promise<TicketView> =>
    answer(routes.POST('/api/tickets/{number}/transitions', { params: of(number), body })),
  access: (number: string, reason: string): Promise<TicketView> =>
    answer(routes.POST('/api/tickets/{number}/accesses', { params: of(number), body: { reason } })),
  promise: (number: string, body: { promisedAt: string; basis: string }): Promise<TicketView> =>
    answer(routes.POST('/api/tickets/{number}/promises', { params: of(number), body })),
  keepPromise: (number: string, note: string): Promise<TicketView> =>
    answer(routes.POST('/api/tickets/{number}/kept-promises', { params: of(number), body: { note } })),
  clocks: (number: string): Promise<Items<ClockExplanation>> =>
    answer(routes.GET('/api/tickets/{number}/clocks', { params: of(number) })),
  escalations: (): Promise<Items<EscalationView>> => answer(routes.GET('/api/escalations')),
  acknowledge: (id: string): Promise<EscalationView> =>
    answer(routes.POST('/api/escalations/{id}/acknowledgements', { params: { path: { id } } })),
  timeline: (number: string): Promise<Items<TimelineEventView>> =>
    answer(routes.GET('/api/tickets/{number}/timeline', { params: of(number) })),
  context: (number: string): Promise<ContextView> =>
    answer(routes.GET('/api/tickets/{number}/context', { params: of(number) })),
  steps: (number: string): Promise<Items<TrackedStepView>> =>
    answer(routes.GET('/api/tickets/{number}/steps', { params: of(number) })),

  categories: (): Promise<Items<CategoryView>> => answer(routes.GET('/api/categories')),
  teams: (): Promise<Items<TeamView>> => answer(routes.GET('/api/teams')),
  assignableStaff: (teamId: string): Promise<Items<AssignableStaffView>> =>
    answer(routes.GET('/api/staff/assignable', { params: { query: { teamId } } })),

  presence: (): Promise<{ presence: Presence }> => answer(routes.GET('/api/presences/current')),
  setPresence: (presence: Presence): Promise<{ presence: Presence }> =>
    answer(routes.PUT('/api/presences/current', { body: { presence } })),

  upload: (conversationId: string, file: File, signal?: AbortSignal): Promise<{ attachment: AttachmentView }> => {
    const form = new FormData();
    // The field comes first: the server reads the stream in order and must know whose the file is before it arrives.
    form.set('conversationId', conversationId);
    form.set('file', file, file.name);
    // OpenAPI knows a file only as binary text; the serializer sends the form in its stead.
    const body = { conversationId, file: file.name };
    return answer(routes.POST('/api/attachments', { body, bodySerializer: () => form, signal }));
  },
};
