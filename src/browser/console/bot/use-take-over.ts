import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { isProblem } from '../api/client.js';
import { keys } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { goTo } from '../routing/use-route.js';
import { ticketAddress } from '../tickets/ticket-table.js';
import { refreshBot, takeOver } from './queries.js';
import { useBotTexts } from './texts.js';

/** Steps in, and goes to the case; unless somebody was faster. */
export function useTakeOver(id: string) {
  const { t } = useLanguage();
  const texts = useBotTexts();
  const { message, notification } = App.useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => takeOver(id),
    onSuccess: ({ number }) => {
      void message.success(texts('taken'));
      // One's own deed is no news: the toast of the case that was given may have been faster than the answer.
      notification.destroy(number);
      goTo(ticketAddress(number));
    },
    onError: (error) => {
      const { title, detail } = problemText(t, error);
      const say = (words: string) => void message.warning({ content: words, duration: 6 });
      if (isProblem(error, 'capacity_exceeded')) say(texts('full'));
      else if (isProblem(error, 'conflict')) say(texts('tooLate', { who: detail ?? title }));
      else void message.error(detail ?? title);
    },
    onSettled: () => {
      void refreshBot(client);
      void client.invalidateQueries({ queryKey: keys.lists });
      void client.invalidateQueries({ queryKey: keys.counts });
    },
  });
}
