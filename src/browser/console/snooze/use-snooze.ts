import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { TicketView } from '../../../contract/index.js';
import { api } from '../api/endpoints.js';
import { keys } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { useSnoozeTexts } from './texts.js';

/** Whatever is done to it, the case and the lists are read again. */
function useSnoozeDeed<Input>(number: string, deed: (input: Input) => Promise<TicketView>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSuccess: (ticket) => client.setQueryData(keys.ticket(number), ticket),
    onSettled: () => {
      for (const queryKey of [keys.ticket(number), keys.lists, keys.counts])
        void client.invalidateQueries({ queryKey });
    },
  });
}

export const useSnooze = (number: string) =>
  useSnoozeDeed(number, (until: Date) => api.snooze(number, until.toISOString()));

export function useWake(number: string) {
  const { t } = useLanguage();
  const texts = useSnoozeTexts();
  const { message } = App.useApp();
  const deed = useSnoozeDeed(number, () => api.wake(number));
  return {
    ...deed,
    now: () =>
      deed.mutate(undefined, {
        onSuccess: () => void message.success(texts('woken')),
        onError: (error) => void message.error(problemText(t, error).title),
      }),
  };
}
