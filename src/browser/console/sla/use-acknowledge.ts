import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { api } from '../api/endpoints.js';
import { keys } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';

/** Says that one has seen an escalation; the next rung then waits for its own time. */
export function useAcknowledge(number: string) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (escalationId: string) => api.acknowledge(escalationId),
    onSuccess: () => void message.success(t('sla.acknowledged')),
    onError: (error) => void message.error(problemText(t, error).title),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.escalations });
      void client.invalidateQueries({ queryKey: keys.ticket(number) });
      void client.invalidateQueries({ queryKey: keys.allNotices });
    },
  });
}
