import { keepPreviousData, type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Locale, TicketList } from '../../../contract/index.js';
import { api } from './endpoints.js';

/** The keys of all that is cached from the server. */
export const keys = {
  session: ['session'] as const,
  lists: ['tickets', 'list'] as const,
  list: (list: TicketList) => ['tickets', 'list', list] as const,
  tables: ['tickets', 'table'] as const,
  table: (question: string) => ['tickets', 'table', question] as const,
  tableCount: (question: string) => ['tickets', 'count', question] as const,
  /** Found for a dialog: one page, which no push edits as it edits the rows of a table. */
  finder: (words: string, onlyUnderWay: boolean) => ['tickets', 'finder', words, onlyUnderWay] as const,
  /** What breaches next. */
  due: ['tickets', 'due'] as const,
  dueOf: (teams: string) => ['tickets', 'due', teams] as const,
  savedViews: ['saved-views'] as const,
  counts: ['tickets', 'counts'] as const,
  ticket: (number: string) => ['ticket', number] as const,
  kinship: (number: string) => ['ticket', number, 'kinship'] as const,
  timeline: (number: string) => ['ticket', number, 'timeline'] as const,
  clocks: (number: string) => ['ticket', number, 'clocks'] as const,
  routings: (number: string) => ['ticket', number, 'routings'] as const,
  /** Rungs that wait for somebody to say that they have seen them. */
  escalations: ['escalations'] as const,
  context: (number: string) => ['ticket', number, 'context'] as const,
  steps: (number: string) => ['ticket', number, 'steps'] as const,
  callBacks: (number: string) => ['ticket', number, 'call-backs'] as const,
  articleSuggestions: (number: string, words: string, at: string) => ['ticket', number, 'articles', words, at] as const,
  entries: (conversationId: string) => ['entries', conversationId] as const,
  categories: ['categories'] as const,
  tags: ['tags'] as const,
  teams: ['teams'] as const,
  assignable: (teamId: string) => ['assignable', teamId] as const,
  presence: ['presence'] as const,
  surges: ['surges'] as const,
  wallBoard: ['wall-board'] as const,
  botLists: ['bot', 'list'] as const,
  botList: (question: string) => ['bot', 'list', question] as const,
  botCounts: ['bot', 'counts'] as const,
  botConversation: (id: string) => ['bot', 'conversation', id] as const,
  botEntries: (id: string) => ['bot', 'entries', id] as const,
  allNotices: ['notices'] as const,
  unreadNotices: ['notices', 'unread'] as const,
  noticeLists: ['notices', 'list'] as const,
  notices: (unread: boolean) => ['notices', 'list', unread] as const,
};

const PAGE = 40;
const ONE_MINUTE = 60_000;
const ONE_HOUR = 3_600_000;

/** One list of the left pane, page by page. */
export function useTicketList(list: TicketList) {
  return useInfiniteQuery({
    queryKey: keys.list(list),
    queryFn: ({ pageParam, signal }) => api.tickets({ list, cursor: pageParam, limit: PAGE }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export const useTicketCounts = () => useQuery({ queryKey: keys.counts, queryFn: api.ticketCounts });

export const useTicket = (number: string | undefined) =>
  useQuery({
    queryKey: keys.ticket(number ?? ''),
    queryFn: () => api.ticket(number ?? ''),
    enabled: number !== undefined,
  });

export const useTimeline = (number: string) =>
  useQuery({ queryKey: keys.timeline(number), queryFn: () => api.timeline(number) });

export const useClocks = (number: string) =>
  useQuery({ queryKey: keys.clocks(number), queryFn: () => api.clocks(number) });

export const useRoutings = (number: string) =>
  useQuery({ queryKey: keys.routings(number), queryFn: () => api.routings(number) });

export const useEscalations = () => useQuery({ queryKey: keys.escalations, queryFn: api.escalations });

export const useContextCards = (number: string) =>
  useQuery({ queryKey: keys.context(number), queryFn: () => api.context(number), staleTime: 60_000 });

export const useSteps = (number: string) =>
  useQuery({ queryKey: keys.steps(number), queryFn: () => api.steps(number) });

/** @param isAsked who may not answer is not told the number */
export const useCallBacks = (number: string, isAsked: boolean) =>
  useQuery({ queryKey: keys.callBacks(number), queryFn: () => api.callBacks(number), enabled: isAsked });

/** By what was said up to `at`, or by an agent's own words; the last ones stay until the new ones are here. */
export const useArticleSuggestions = (number: string, words: string, at: string) =>
  useQuery({
    queryKey: keys.articleSuggestions(number, words, words ? '' : at),
    queryFn: ({ signal }) => api.articleSuggestions(number, words, signal),
    placeholderData: keepPreviousData,
  });

export const useArticleReading = (slug: string, locale: Locale) =>
  useQuery({
    queryKey: ['article-reading', slug, locale],
    queryFn: ({ signal }) => api.articleReading(slug, locale, signal),
    staleTime: ONE_MINUTE,
  });

export const useCategories = () =>
  useQuery({
    queryKey: keys.categories,
    queryFn: api.categories,
    // An administrator may change them; whoever opens a case has them as they were a minute ago at most.
    staleTime: ONE_MINUTE,
    gcTime: Number.POSITIVE_INFINITY,
  });

export const useTeams = () =>
  useQuery({ queryKey: keys.teams, queryFn: api.teams, staleTime: ONE_HOUR, gcTime: Number.POSITIVE_INFINITY });

export const useAssignableStaff = (teamId: string | undefined) =>
  useQuery({
    queryKey: keys.assignable(teamId ?? ''),
    queryFn: () => api.assignableStaff(teamId ?? ''),
    enabled: teamId !== undefined,
    // Load and presence move all the time: never show those of the last time the dialog was open.
    staleTime: 0,
    gcTime: 0,
  });

export const usePresence = () => useQuery({ queryKey: keys.presence, queryFn: api.presence });

/** Everything on screen may be old: ask again for all but what does not change while one works. */
export async function refreshAll(client: QueryClient): Promise<void> {
  const lasting: readonly string[] = [keys.session[0], keys.categories[0], keys.teams[0]];
  await client.invalidateQueries({ predicate: (query) => !lasting.includes(String(query.queryKey[0])) });
}
