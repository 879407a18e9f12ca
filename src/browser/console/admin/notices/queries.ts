import { useMutation, useQuery } from '@tanstack/react-query';
import type { ChannelKind, Locale } from '../../../../contract/index.js';
import { answer, routes } from '../../api/client.js';
import { useDeed } from '../staff/queries.js';

export interface ChannelInput {
  name: string;
  teamId?: string;
  locale: Locale;
  enabled: boolean;
  /** Left out: as it is. */
  address?: string;
  /** Null: no secret any more. */
  secret?: string | null;
}

const of = (id: string) => ({ path: { id } });

export const useChannels = () =>
  useQuery({
    queryKey: ['administration', 'notice-channels'],
    queryFn: () => answer(routes.GET('/api/notice-channels')),
    staleTime: 0,
  });

export const useCreateChannel = () =>
  useDeed((body: ChannelInput & { kind: ChannelKind; address: string; secret?: string }) =>
    answer(routes.POST('/api/notice-channels', { body })),
  );
export const useEditChannel = (id: string) =>
  useDeed((body: ChannelInput & { version: number }) =>
    answer(routes.PUT('/api/notice-channels/{id}', { params: of(id), body })),
  );
export const useRemoveChannel = (id: string) =>
  useDeed((version: number) =>
    answer(routes.DELETE('/api/notice-channels/{id}', { params: { ...of(id), query: { version } } })),
  );
export const useTestChannel = (id: string) =>
  useMutation({
    mutationFn: () => answer(routes.POST('/api/notice-channels/{id}/tests', { params: of(id) })),
  });
