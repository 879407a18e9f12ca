import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SurgeSettings, SurgeView } from '../../../../contract/index.js';
import { answer, routes } from '../../api/client.js';
import { keys } from '../../api/queries.js';

export interface SurgeInput {
  reason: string;
  endsAt: string | null;
  settings: SurgeSettings;
}

const of = (id: string) => ({ params: { path: { id } } });

/** Whatever comes of it, the list is read again: it may have changed under the editor's hands. */
function useDeed<Input>(deed: (input: Input) => Promise<SurgeView>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSettled: () => client.invalidateQueries({ queryKey: keys.surges }),
  });
}

export const usePlanSurge = () =>
  useDeed((body: SurgeInput & { teamId: string | null; startsAt: string | null }) =>
    answer(routes.POST('/api/surges', { body })),
  );
export const useEditSurge = (id: string) =>
  useDeed((body: SurgeInput & { startsAt: string; version: number }) =>
    answer(routes.PUT('/api/surges/{id}', { ...of(id), body })),
  );
export const useEndSurge = (id: string) =>
  useDeed((version: number) => answer(routes.POST('/api/surges/{id}/ending', { ...of(id), body: { version } })));
