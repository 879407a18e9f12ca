import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { TicketView } from '../../../contract/index.js';
import { api } from '../api/endpoints.js';
import { keys } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { useStaff } from '../session/session.js';

/** Gives the ticket to oneself. */
export function useTakeTicket(ticket: TicketView) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const staff = useStaff();
  return useMutation({
    mutationFn: () => api.assign(ticket.number, { teamId: ticket.teamId, staffId: staff.id }),
    onSuccess: () => {
      void message.success(t('thread.taken'));
    },
    onError: (error) => {
      void message.error(problemText(t, error).title);
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.ticket(ticket.number) });
      void client.invalidateQueries({ queryKey: keys.lists });
      void client.invalidateQueries({ queryKey: keys.counts });
    },
  });
}
