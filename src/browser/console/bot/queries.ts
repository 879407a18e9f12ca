import { keepPreviousData, type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type {
  BotConversationCounts,
  BotConversationItemView,
  BotConversationView,
  Page,
  StaffEntryView,
} from '../../../contract/index.js';
import { answer, routes } from '../api/client.js';
import { keys } from '../api/queries.js';
import type { paths } from '../api/schema.gen.js';
import { useRealtime } from '../realtime/realtime.js';
import { contiguousSeq, mergeEntries } from '../thread/merge-entries.js';

const PAGE = 40;
/** Who waits in vain for the bot is told by nothing but the time. Milliseconds. */
const COUNT_AGAIN = 60_000;

type Query = NonNullable<paths['/api/bot/conversations']['get']['parameters']['query']>;

/** One list, page by page. @param question as the address has it */
export function useBotConversations(question: URLSearchParams) {
  return useInfiniteQuery({
    queryKey: keys.botList(question.toString()),
    queryFn: ({ pageParam, signal }): Promise<Page<BotConversationItemView>> => {
      // The address is what the server is asked; what it does not know it refuses, and the page says so.
      const query = { ...Object.fromEntries(question), cursor: pageParam, limit: PAGE } as Query;
      return answer(routes.GET('/api/bot/conversations', { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: COUNT_AGAIN,
    placeholderData: keepPreviousData,
  });
}

export const useBotCounts = () =>
  useQuery({
    queryKey: keys.botCounts,
    queryFn: (): Promise<BotConversationCounts> => answer(routes.GET('/api/bot/conversations/counts')),
    refetchInterval: COUNT_AGAIN,
  });

export const useBotConversation = (id: string) =>
  useQuery({
    queryKey: keys.botConversation(id),
    queryFn: (): Promise<BotConversationView> =>
      answer(routes.GET('/api/bot/conversations/{id}', { params: { path: { id } } })),
    staleTime: 0,
  });

/** What was said with the bot, over the socket; outcomes of answers change, so it is read whole. */
export function useBotEntries(id: string) {
  const { connection, ask } = useRealtime();
  return useQuery({
    queryKey: keys.botEntries(id),
    queryFn: async (): Promise<StaffEntryView[]> => {
      let entries: StaffEntryView[] = [];
      for (;;) {
        const afterSeq = contiguousSeq(entries);
        const page = await ask('bot_conversation.catch_up', { conversationId: id, afterSeq });
        entries = mergeEntries(entries, page.entries);
        if (!page.hasMore || contiguousSeq(entries) === afterSeq) return entries;
      }
    },
    enabled: connection === 'online',
    staleTime: 0,
  });
}

export const takeOver = (id: string): Promise<{ number: string }> =>
  answer(routes.POST('/api/bot/conversations/{id}/take-overs', { params: { path: { id } } }));

/** Everything about conversations with the bot may be old. */
export const refreshBot = (client: QueryClient) => client.invalidateQueries({ queryKey: [keys.botLists[0]] });
