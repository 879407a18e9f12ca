import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { HelpCenterSettings, HelpCenterSettingsView, Locale } from '../../../../contract/index.js';
import { answer, isProblem, routes } from '../../api/client.js';

const KEY = ['admin', 'help-center-settings'] as const;

export const useHelpSettings = () =>
  useQuery({
    queryKey: KEY,
    queryFn: (): Promise<HelpCenterSettingsView> => answer(routes.GET('/api/help-center-settings')),
    staleTime: 0,
  });

/** After a conflict the settings are read again, so that the form can show both. */
export function useSaveHelpSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { version: number; settings: HelpCenterSettings }): Promise<HelpCenterSettingsView> =>
      answer(routes.PUT('/api/help-center-settings', { body })),
    onSuccess: (saved) => client.setQueryData(KEY, saved),
    onError: (error) => {
      if (isProblem(error, 'conflict')) void client.invalidateQueries({ queryKey: KEY });
    },
  });
}

export const previewHelpSettings = (
  settings: HelpCenterSettings,
  locale: Locale,
  signal: AbortSignal,
): Promise<{ html: string }> =>
  answer(routes.POST('/api/help-center-settings/previews', { body: { settings, locale }, signal }));
