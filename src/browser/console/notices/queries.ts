import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, routes } from '../api/client.js';
import { keys } from '../api/queries.js';

const of = (id: string) => ({ params: { path: { id } } });

export const useUnreadNotices = () =>
  useQuery({ queryKey: keys.unreadNotices, queryFn: () => answer(routes.GET('/api/notices/unread')) });

/** Newest first. @param unread those alone */
export const useNotices = (unread: boolean) =>
  useInfiniteQuery({
    queryKey: keys.notices(unread),
    queryFn: ({ pageParam, signal }) =>
      answer(
        routes.GET('/api/notices', {
          params: { query: { cursor: pageParam, limit: 30, unread: unread ? 'true' : 'false' } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });

/** Whatever is done to notices, all that is shown of them is read again. */
function useNoticeDeed<Input, Output>(deed: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSettled: () => client.invalidateQueries({ queryKey: keys.allNotices }),
  });
}

export const useReadNotice = () =>
  useNoticeDeed((id: string) => answer(routes.POST('/api/notices/{id}/reads', of(id))));
export const useReadAllNotices = () =>
  useNoticeDeed((upTo: string) => answer(routes.POST('/api/notices/reads', { body: { upTo } })));
export const useAcknowledgeNotice = () =>
  useNoticeDeed((id: string) => answer(routes.POST('/api/notices/{id}/acknowledgements', of(id))));
