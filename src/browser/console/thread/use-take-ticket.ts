import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { TicketView } from '../../../contract/index.js';
import { isProblem } from '../api/client.js';
import { api } from '../api/endpoints.js';
import { keys } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { useStaff } from '../session/session.js';
import { useThreadTexts } from './texts.js';

/** Gives the ticket to oneself, unless somebody was faster. */
export function useTakeTicket(ticket: TicketView) {
  const { t } = useLanguage();
  const texts = useThreadTexts();
  const { message } = App.useApp();
  const client = useQueryClient();
  const staff = useStaff();
  const { number, teamId, assigneeId } = ticket;
  return useMutation({
    mutationFn: () => api.assign(number, { teamId, staffId: staff.id, from: { teamId, staffId: assigneeId } }),
    onSuccess: () => {
      void message.success(t('thread.taken'));
    },
    onError: (error) => {
      const say = (words: string) => void message.warning({ content: words, duration: 6 });
      const { title, detail } = problemText(t, error);
      if (isProblem(error, 'capacity_exceeded')) say(texts('takeFull'));
      else if (isProblem(error, 'conflict')) say(texts('tooLate', { who: detail ?? title }));
      else void message.error(title);
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.ticket(ticket.number) });
      void client.invalidateQueries({ queryKey: keys.lists });
      void client.invalidateQueries({ queryKey: keys.counts });
    },
  });
}
