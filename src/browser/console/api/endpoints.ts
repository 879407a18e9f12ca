import type {
  ArticleReadingView,
  ArticleSuggestionsView,
  AssignableStaffView,
  AttachmentView,
  CallBackView,
  CategoryKey,
  CategoryView,
  ClockExplanation,
  ContextView,
  EscalationView,
  KinshipView,
  LinkKindByHand,
  Locale,
  Nature,
  OwnPresenceView,
  Page,
  Presence,
  PresenceView,
  Priority,
  RoutingsView,
  SavedViewView,
  SortDirection,
  StaffView,
  TagView,
  TeamView,
  TicketList,
  TicketListItemView,
  TicketSort,
  TicketStatus,
  TicketView,
  TimelineEventView,
  Timestamp,
  TrackedStepView,
  WallBoardView,
  WorkKind,
} from '../../../contract/index.js';
import { answer, routes } from './client.js';
import { download } from './download.js';
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
  tags?: string[];
  form?: Record<string, string>;
  /** Of the form that was filled in. */
  formVersion?: number;
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
  exportTickets: (query: TicketFilterParameters & { format: 'csv' | 'xlsx' }): Promise<void> =>
    download(
      routes.GET('/api/ticket-exports', { params: { query }, parseAs: 'blob' }) as Promise<{
        data?: Blob;
        error?: unknown;
        response: Response;
      }>,
      `tickets.${query.format}`,
    ),
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
    body: { teamId: string; staffId?: string; note?: string; from?: { teamId: string; staffId?: string } },
  ): Promise<{ number: string; withdrawn: boolean }> =>
    answer(routes.POST('/api/tickets/{number}/assignments', { params: of(number), body })),
  /** Back to its queue, by who has it. */
  decline: (number: string, reason: string): Promise<{ number: string; withdrawn: boolean }> =>
    answer(routes.POST('/api/tickets/{number}/declines', { params: of(number), body: { reason } })),
  /** A note to whoever has it. */
  whisper: async (number: string, body: string): Promise<void> => {
    await answer(routes.POST('/api/tickets/{number}/whispers', { params: of(number), body: { body } }));
  },
  watch: async (number: string, watching: boolean): Promise<void> => {
    const path = '/api/tickets/{number}/watchers/me';
    await answer(watching ? routes.POST(path, { params: of(number) }) : routes.DELETE(path, { params: of(number) }));
  },
  /** Known tags that hold these words. */
  tags: (q: string): Promise<Items<TagView>> => answer(routes.GET('/api/tags', { params: { query: { q } } })),
  check: (number: string, item: string, done: boolean): Promise<TicketView> => {
    const path = '/api/tickets/{number}/checks/{item}';
    const params = { path: { number, item } };
    return answer(done ? routes.PUT(path, { params }) : routes.DELETE(path, { params }));
  },
  snooze: (number: string, until: Timestamp): Promise<TicketView> =>
    answer(routes.POST('/api/tickets/{number}/snoozes', { params: of(number), body: { until } })),
  wake: (number: string): Promise<TicketView> =>
    answer(routes.DELETE('/api/tickets/{number}/snoozes/current', { params: of(number) })),
  kinship: (number: string): Promise<KinshipView> =>
    answer(routes.GET('/api/tickets/{number}/kinship', { params: of(number) })),
  merge: (number: string, body: { into: string; version?: number; note?: string }): Promise<TicketView> =>
    answer(routes.POST('/api/tickets/{number}/merges', { params: of(number), body })),
  split: (
    number: string,
    body: { conversationId: string; entryIds: string[]; teamId?: string; note?: string },
  ): Promise<{ number: string }> => answer(routes.POST('/api/tickets/{number}/splits', { params: of(number), body })),
  openTask: (
    number: string,
    body: { subject: string; teamId?: string; staffId?: string; note?: string },
  ): Promise<{ number: string }> => answer(routes.POST('/api/tickets/{number}/tasks', { params: of(number), body })),
  link: (number: string, kind: LinkKindByHand, to: string): Promise<KinshipView> =>
    answer(routes.POST('/api/tickets/{number}/links', { params: of(number), body: { kind, to } })),
  unlink: (number: string, kind: LinkKindByHand, to: string): Promise<KinshipView> =>
    answer(routes.DELETE('/api/tickets/{number}/links/{kind}/{to}', { params: { path: { number, kind, to } } })),
  setParent: (number: string, to: string | null): Promise<KinshipView> =>
    answer(routes.PUT('/api/tickets/{number}/parent', { params: of(number), body: { to } })),
  transition: (
    number: string,
    body: { to: TicketStatus; note?: string; despiteTasks?: boolean },
  ): Promise<TicketView> => answer(routes.POST('/api/tickets/{number}/transitions', { params: of(number), body })),
  access: (number: string, reason: string): Promise<TicketView> =>
    answer(routes.POST('/api/tickets/{number}/accesses', { params: of(number), body: { reason } })),
  promise: (number: string, body: { promisedAt: string; basis: string }): Promise<TicketView> =>
    answer(routes.POST('/api/tickets/{number}/promises', { params: of(number), body })),
  keepPromise: (number: string, note: string): Promise<TicketView> =>
    answer(routes.POST('/api/tickets/{number}/kept-promises', { params: of(number), body: { note } })),
  routings: (number: string): Promise<RoutingsView> =>
    answer(routes.GET('/api/tickets/{number}/routings', { params: of(number) })),
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
  callBacks: (number: string): Promise<Items<CallBackView>> =>
    answer(routes.GET('/api/tickets/{number}/call-backs', { params: of(number) })),
  madeCallBack: (number: string): Promise<Items<CallBackView>> =>
    answer(routes.POST('/api/tickets/{number}/made-call-backs', { params: of(number) })),

  articleSuggestions: (number: string, q: string, signal?: AbortSignal): Promise<ArticleSuggestionsView> =>
    answer(
      routes.GET('/api/tickets/{number}/article-suggestions', {
        params: { ...of(number), query: q ? { q } : {} },
        signal,
      }),
    ),

  /** Also articles for the staff alone. */
  articleReading: (slug: string, locale: Locale, signal?: AbortSignal): Promise<ArticleReadingView> =>
    answer(routes.GET('/api/article-readings/{slug}', { params: { path: { slug }, query: { locale } }, signal })),

  categories: (): Promise<Items<CategoryView>> => answer(routes.GET('/api/categories')),
  teams: (): Promise<Items<TeamView>> => answer(routes.GET('/api/teams')),
  assignableStaff: (teamId: string): Promise<Items<AssignableStaffView>> =>
    answer(routes.GET('/api/staff/assignable', { params: { query: { teamId } } })),

  wallBoard: (teamId: string | undefined, signal?: AbortSignal): Promise<WallBoardView> =>
    answer(routes.GET('/api/wall-board', { params: { query: { teamId } }, signal })),

  presence: (): Promise<OwnPresenceView> => answer(routes.GET('/api/presences/current')),
  /** @param pausedKinds left out: as before */
  setPresence: (presence: Presence, pausedKinds?: WorkKind[]): Promise<OwnPresenceView> =>
    answer(routes.PUT('/api/presences/current', { body: { presence, pausedKinds } })),

  /** A supervisor's word about somebody of their teams. */
  setPresenceOf: (id: string, presence: Presence): Promise<PresenceView> =>
    answer(routes.PUT('/api/staff/{id}/presence', { params: { path: { id } }, body: { presence } })),

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
