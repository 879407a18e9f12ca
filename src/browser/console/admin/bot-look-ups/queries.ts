import { useMutation, useQuery } from '@tanstack/react-query';
import type { BotLookUpSettings, Locale } from '../../../../contract/index.js';
import { answer, routes } from '../../api/client.js';
import { useDeed } from '../staff/queries.js';

export interface LookUpTrial {
  customer: string;
  shop?: string;
  input?: string;
  locale: Locale;
}

const of = (id: string) => ({ path: { id } });

export const useLookUps = () =>
  useQuery({
    queryKey: ['administration', 'bot-look-ups'],
    queryFn: () => answer(routes.GET('/api/bot/look-ups')),
    staleTime: 0,
  });

export const useCreateLookUp = () =>
  useDeed((body: BotLookUpSettings & { siteId: string; key: string }) =>
    answer(routes.POST('/api/bot/look-ups', { body })),
  );
export const useEditLookUp = (id: string) =>
  useDeed((body: BotLookUpSettings & { version: number }) =>
    answer(routes.PUT('/api/bot/look-ups/{id}', { params: of(id), body })),
  );
export const useTryLookUp = (id: string) =>
  useMutation({
    mutationFn: (body: LookUpTrial) => answer(routes.POST('/api/bot/look-ups/{id}/trials', { params: of(id), body })),
  });
