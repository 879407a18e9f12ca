import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { MacroSettings } from '../../../../contract/index.js';
import { answer, routes } from '../../api/client.js';
import { macros } from '../../macros/queries.js';
import { useDeed } from '../staff/queries.js';

const of = (id: string) => ({ path: { id } });

export const useMacros = () =>
  useQuery({
    queryKey: ['administration', 'macros'],
    queryFn: () => answer(routes.GET('/api/macros/settings')),
    staleTime: 0,
  });

/** What is changed here is found beside the reply at once. */
function useMacroDeed<Input, Output>(deed: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useDeed(async (input: Input) => {
    const output = await deed(input);
    void client.invalidateQueries({ queryKey: macros.queryKey });
    return output;
  });
}

export const useCreateMacro = () => useMacroDeed((body: MacroSettings) => answer(routes.POST('/api/macros', { body })));
export const useEditMacro = (id: string) =>
  useMacroDeed((body: MacroSettings & { version: number }) =>
    answer(routes.PUT('/api/macros/{id}', { params: of(id), body })),
  );
export const useArchiveMacro = (id: string) =>
  useMacroDeed(({ archived, version }: { archived: boolean; version: number }) => {
    const call = { params: of(id), body: { version } };
    return answer(
      archived ? routes.POST('/api/macros/{id}/archival', call) : routes.POST('/api/macros/{id}/restoration', call),
    );
  });
