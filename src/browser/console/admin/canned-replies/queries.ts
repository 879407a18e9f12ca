import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CannedReplySettings } from '../../../../contract/index.js';
import { answer, routes } from '../../api/client.js';
import { cannedReplies } from '../../composer/replies/queries.js';
import { useDeed } from '../staff/queries.js';

const of = (id: string) => ({ path: { id } });

export const useReplies = () =>
  useQuery({
    queryKey: ['administration', 'canned-replies'],
    queryFn: () => answer(routes.GET('/api/canned-replies/settings')),
    staleTime: 0,
  });

/** What is changed here is found by the composer at once. */
function useReplyDeed<Input, Output>(deed: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useDeed(async (input: Input) => {
    const output = await deed(input);
    void client.invalidateQueries({ queryKey: cannedReplies.queryKey });
    return output;
  });
}

export const useCreateReply = () =>
  useReplyDeed((body: CannedReplySettings) => answer(routes.POST('/api/canned-replies', { body })));
export const useEditReply = (id: string) =>
  useReplyDeed((body: CannedReplySettings & { version: number }) =>
    answer(routes.PUT('/api/canned-replies/{id}', { params: of(id), body })),
  );
export const useArchiveReply = (id: string) =>
  useReplyDeed(({ archived, version }: { archived: boolean; version: number }) => {
    const call = { params: of(id), body: { version } };
    return answer(
      archived
        ? routes.POST('/api/canned-replies/{id}/archival', call)
        : routes.POST('/api/canned-replies/{id}/restoration', call),
    );
  });
