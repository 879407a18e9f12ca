import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { BotReplayView, BotSettings, BotSettingsView } from '../../../../contract/index.js';
import { answer, isProblem, routes } from '../../api/client.js';

const KEY = ['admin', 'bot-settings'] as const;

export const useBotSettings = () =>
  useQuery({
    queryKey: KEY,
    queryFn: (): Promise<BotSettingsView> => answer(routes.GET('/api/bot/settings')),
    staleTime: 0,
  });

/** After a conflict the settings are read again, so that the form can show both. */
export function useSaveBotSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { version: number; settings: BotSettings }): Promise<BotSettingsView> =>
      answer(routes.PUT('/api/bot/settings', { body })),
    onSuccess: (saved) => client.setQueryData(KEY, saved),
    onError: (error) => {
      if (isProblem(error, 'conflict')) void client.invalidateQueries({ queryKey: KEY });
    },
  });
}

/** Old conversations, led by these settings and by those that hold. Nothing is kept of it; whoever leaves the page stops it. */
export function useReplay() {
  const running = useRef<AbortController>(undefined);
  const replay = useMutation({
    mutationFn: (body: { settings: BotSettings; turns: number }): Promise<BotReplayView> => {
      running.current = new AbortController();
      return answer(routes.POST('/api/bot/settings/replays', { body, signal: running.current.signal }));
    },
  });
  useEffect(() => () => running.current?.abort(), []);
  const stop = () => {
    replay.reset();
    running.current?.abort();
  };
  return { ...replay, stop };
}
