import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ArticleInWaitingView,
  BotFlagReason,
  BotFlagView,
  BotSettlementView,
  FlaggedAnswerView,
  Page,
  ReportDays,
  UnansweredQuestionView,
} from '../../../contract/index.js';
import { answer, routes } from '../api/client.js';
import type { paths } from '../api/schema.gen.js';

const LEARNING = ['bot', 'learning'] as const;
const flagsKey = (conversationId: string) => ['bot', 'flags', conversationId] as const;
const period = (days: ReportDays) => ({ params: { query: { days: `${days}` as const } } });

export const useQuestions = (days: ReportDays) =>
  useQuery({
    queryKey: [...LEARNING, 'questions', days],
    queryFn: ({ signal }): Promise<{ items: UnansweredQuestionView[] }> =>
      answer(routes.GET('/api/bot/learning/questions', { ...period(days), signal })),
    staleTime: 0,
  });

export const useReplies = (days: ReportDays) =>
  useQuery({
    queryKey: [...LEARNING, 'replies', days],
    queryFn: ({ signal }): Promise<{ items: ArticleInWaitingView[] }> =>
      answer(routes.GET('/api/bot/learning/replies', { ...period(days), signal })),
    staleTime: 0,
  });

export const useFlagged = () =>
  useInfiniteQuery({
    queryKey: [...LEARNING, 'flags'],
    queryFn: ({ pageParam, signal }): Promise<Page<FlaggedAnswerView>> =>
      answer(routes.GET('/api/bot/learning/flags', { params: { query: { cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });

type Body<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { 'application/json': infer Content } } };
}
  ? Content
  : never;
export type Deed = Body<'/api/bot/learning/flags/{entryId}/settlements'>['deed'];
type Settling =
  | { of: 'question'; body: Body<'/api/bot/learning/questions/settlements'> }
  | { of: 'reply'; body: Body<'/api/bot/learning/replies/settlements'> }
  | { of: 'flag'; entryId: string; deed: Deed };

/** Whatever comes of it, the lists are read again: somebody else may have been first. */
export function useSettle() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (settling: Settling): Promise<BotSettlementView> => {
      if (settling.of === 'question')
        return answer(routes.POST('/api/bot/learning/questions/settlements', { body: settling.body }));
      if (settling.of === 'reply')
        return answer(routes.POST('/api/bot/learning/replies/settlements', { body: settling.body }));
      const { entryId, deed } = settling;
      return answer(
        routes.POST('/api/bot/learning/flags/{entryId}/settlements', { params: { path: { entryId } }, body: { deed } }),
      );
    },
    onSettled: () =>
      Promise.all([LEARNING, ['article-tasks']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

/** What of this conversation's answers has been flagged. */
export const useFlags = (conversationId: string) =>
  useQuery({
    queryKey: flagsKey(conversationId),
    queryFn: ({ signal }): Promise<{ items: BotFlagView[] }> =>
      answer(routes.GET('/api/bot/conversations/{id}/flags', { params: { path: { id: conversationId } }, signal })),
    staleTime: 60_000,
  });

/** `reason` null: takes it back. */
export function useFlag(conversationId: string, entryId: string) {
  const client = useQueryClient();
  const path = { params: { path: { entryId } } };
  return useMutation({
    mutationFn: async (said: { reason: BotFlagReason; note: string } | null): Promise<void> => {
      if (said) await answer(routes.PUT('/api/bot/answers/{entryId}/flag', { ...path, body: said }));
      else await answer(routes.DELETE('/api/bot/answers/{entryId}/flag', path));
    },
    onSettled: () =>
      Promise.all([flagsKey(conversationId), LEARNING].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

/** Articles by what they are called. */
export const useArticlesNamed = (q: string) =>
  useQuery({
    queryKey: ['articles', 'list', 'named', q],
    queryFn: ({ signal }) =>
      answer(
        routes.GET('/api/articles', {
          params: { query: { status: 'published', limit: 20, ...(q && { q }) } },
          signal,
        }),
      ),
  });
