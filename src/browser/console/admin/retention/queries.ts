import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Page,
  RetentionHoldView,
  RetentionKeptView,
  RetentionPreviewView,
  RetentionRunView,
  RetentionSettings,
  RetentionSettingsView,
} from '../../../../contract/index.js';
import { answer, isProblem, routes } from '../../api/client.js';

const SETTINGS = ['admin', 'retention', 'settings'] as const;
const RUNS = ['admin', 'retention', 'runs'] as const;
const HOLDS = ['admin', 'retention', 'holds'] as const;
const SOON = 1_500;

export const useRetention = () =>
  useQuery({
    queryKey: SETTINGS,
    queryFn: (): Promise<RetentionSettingsView> => answer(routes.GET('/api/retention-settings')),
    staleTime: 0,
  });

/** After a conflict the rules are read again, so that the form can show both. */
export function useSaveRetention() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { version: number; settings: RetentionSettings }): Promise<RetentionSettingsView> =>
      answer(routes.PUT('/api/retention-settings', { body })),
    onSuccess: (saved) => client.setQueryData(SETTINGS, saved),
    onError: (error) => {
      if (isProblem(error, 'conflict')) void client.invalidateQueries({ queryKey: SETTINGS });
    },
  });
}

/** @param settings undefined: there is something wrong with them */
export const useRetentionPreview = (settings: RetentionSettings | undefined) =>
  useQuery({
    queryKey: ['admin', 'retention', 'preview', settings],
    queryFn: ({ signal }): Promise<RetentionPreviewView> =>
      answer(
        routes.POST('/api/retention-settings/previews', { body: { settings: settings ?? { rules: [] } }, signal }),
      ),
    enabled: settings !== undefined && settings.rules.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

export const useRetentionRuns = () =>
  useQuery({
    queryKey: RUNS,
    queryFn: (): Promise<{ items: RetentionRunView[] }> => answer(routes.GET('/api/retention-runs')),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.items.some(({ status }) => status === 'running') ? SOON : false),
  });

export function useStartRetention() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (): Promise<RetentionRunView> => answer(routes.POST('/api/retention-runs')),
    onSettled: () => client.invalidateQueries({ queryKey: RUNS }),
  });
}

/** The first hundred. */
export const useKept = (id: string, isOpen: boolean) =>
  useQuery({
    queryKey: [...RUNS, id, 'kept'],
    queryFn: (): Promise<Page<RetentionKeptView>> =>
      answer(routes.GET('/api/retention-runs/{id}/kept', { params: { path: { id }, query: { limit: 100 } } })),
    enabled: isOpen,
  });

export const useHolds = () =>
  useQuery({
    queryKey: HOLDS,
    queryFn: (): Promise<{ items: RetentionHoldView[] }> => answer(routes.GET('/api/retention-holds')),
    staleTime: 0,
  });

export function useHold() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { number: string; reason: string }): Promise<{ items: RetentionHoldView[] }> =>
      answer(routes.POST('/api/retention-holds', { body })),
    onSuccess: (holds) => client.setQueryData(HOLDS, holds),
  });
}

export function useRelease() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (number: string): Promise<unknown> =>
      answer(routes.DELETE('/api/retention-holds/{number}', { params: { path: { number } } })),
    onSettled: () => client.invalidateQueries({ queryKey: HOLDS }),
  });
}
