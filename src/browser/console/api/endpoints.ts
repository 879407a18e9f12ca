import type {
  AssignableStaffView,
  AttachmentView,
  CategoryKey,
  CategoryView,
  ContextView,
  Nature,
  Page,
  Presence,
  Priority,
  StaffView,
  TeamView,
  TicketList,
  TicketListItemView,
  TicketStatus,
  TicketView,
  TimelineEventView,
  TrackedStepView,
} from '../../../contract/index.js';
import { call } from './client.js';

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

const ticket = (number: string) => `/api/tickets/${encodeURIComponent(number)}`;

/** The server's REST surface as the console uses it, one function a route. All throw `ApiProblem`. */
export const api = {
  signIn: (body: { email: string; password: string }) => call<{ staff: StaffView }>('POST', '/api/sessions', { body }),
  currentSession: () => call<{ staff: StaffView }>('GET', '/api/sessions/current'),
  signOut: () => call<void>('DELETE', '/api/sessions/current'),

  tickets: (query: { list: TicketList; cursor?: string; limit?: number }, signal?: AbortSignal) =>
    call<Page<TicketListItemView>>('GET', '/api/tickets', { query, signal }),
  ticketCounts: () => call<TicketCounts>('GET', '/api/tickets/counts'),
  ticket: (number: string) => call<TicketView>('GET', ticket(number)),
  editTicket: (number: string, version: number, edit: TicketEdit) =>
    call<TicketView>('PATCH', ticket(number), { body: { version, ...edit } }),
  assign: (number: string, body: { teamId: string; staffId?: string; note?: string }) =>
    call<{ number: string; withdrawn: boolean }>('POST', `${ticket(number)}/assignments`, { body }),
  transition: (number: string, body: { to: TicketStatus; note?: string }) =>
    call<TicketView>('POST', `${ticket(number)}/transitions`, { body }),
  access: (number: string, reason: string) =>
    call<TicketView>('POST', `${ticket(number)}/accesses`, { body: { reason } }),
  timeline: (number: string) => call<{ items: TimelineEventView[] }>('GET', `${ticket(number)}/timeline`),
  context: (number: string) => call<ContextView>('GET', `${ticket(number)}/context`),
  steps: (number: string) => call<{ items: TrackedStepView[] }>('GET', `${ticket(number)}/steps`),

  categories: () => call<{ items: CategoryView[] }>('GET', '/api/categories'),
  teams: () => call<{ items: TeamView[] }>('GET', '/api/teams'),
  assignableStaff: (teamId: string) =>
    call<{ items: AssignableStaffView[] }>('GET', '/api/staff/assignable', { query: { teamId } }),

  presence: () => call<{ presence: Presence }>('GET', '/api/presences/current'),
  setPresence: (presence: Presence) =>
    call<{ presence: Presence }>('PUT', '/api/presences/current', { body: { presence } }),

  upload: (conversationId: string, file: File, signal?: AbortSignal) => {
    const form = new FormData();
    // The field comes first: the server reads the stream in order and must know whose the file is before it arrives.
    form.set('conversationId', conversationId);
    form.set('file', file, file.name);
    return call<{ attachment: AttachmentView }>('POST', '/api/attachments', { form, signal });
  },
};
