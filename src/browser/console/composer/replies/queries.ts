import { queryOptions } from '@tanstack/react-query';
import { answer, routes } from '../../api/client.js';

const ONE_MINUTE = 60_000;

export const cannedReplies = queryOptions({
  queryKey: ['canned-replies'],
  queryFn: () => answer(routes.GET('/api/canned-replies')),
  staleTime: ONE_MINUTE,
});

/** Under the case's own key: whatever changes there may change what they stand for. */
export const replyVariables = (number: string, conversationId: string) =>
  queryOptions({
    queryKey: ['ticket', number, 'reply-variables', conversationId],
    queryFn: () =>
      answer(
        routes.GET('/api/tickets/{number}/conversations/{conversationId}/reply-variables', {
          params: { path: { number, conversationId } },
        }),
      ),
    staleTime: ONE_MINUTE,
  });

/** A count that is lost is no harm. */
export const countUse = (id: string): void =>
  void answer(routes.POST('/api/canned-replies/{id}/uses', { params: { path: { id } } })).catch(() => undefined);
