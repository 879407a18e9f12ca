import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, routes } from '../api/client.js';
import { keys } from '../api/queries.js';

const ONE_MINUTE = 60_000;

export const macros = queryOptions({
  queryKey: ['macros'],
  queryFn: () => answer(routes.GET('/api/macros')),
  staleTime: ONE_MINUTE,
});

export interface MacroRunInput {
  requestId: string;
  macroId: string;
  macroVersion: number;
  version: number;
  conversationId?: string;
  reply?: string;
}

/** Carries one out, and brings up to date whatever it may have changed; also when it was refused. */
export function useRunMacro(number: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: MacroRunInput) =>
      answer(routes.POST('/api/tickets/{number}/macro-runs', { params: { path: { number } }, body })),
    onSuccess: ({ withdrawn }) => {
      if (withdrawn) client.removeQueries({ queryKey: keys.ticket(number) });
    },
    onSettled: () => {
      for (const queryKey of [keys.ticket(number), keys.timeline(number), keys.lists, macros.queryKey])
        void client.invalidateQueries({ queryKey });
    },
  });
}
