import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { Presence, WorkKind } from '../../../contract/index.js';
import { api } from '../api/endpoints.js';
import { keys } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { usePresenceTexts } from './texts.js';

interface Wish {
  presence: Presence;
  pausedKinds?: WorkKind[];
}

/** One's own word about oneself. Who would leave customers waiting is asked first. */
export function useSetPresence() {
  const { t } = useLanguage();
  const texts = usePresenceTexts();
  const { message, modal } = App.useApp();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: ({ presence, pausedKinds }: Wish) => api.setPresence(presence, pausedKinds),
    onSuccess: (answer) => client.setQueryData(keys.presence, answer),
    onError: (error) => {
      void message.error(problemText(t, error).title);
    },
  });

  async function choose(presence: Presence) {
    // What one holds changes all the while: ask now. No answer is no reason to keep anybody from going home.
    const own =
      presence === 'offline'
        ? await client
            .fetchQuery({ queryKey: keys.presence, queryFn: api.presence, staleTime: 0 })
            .catch(() => undefined)
        : undefined;
    const waiting = own?.presence === 'offline' ? 0 : (own?.holding.waitingForAnswer ?? 0);
    if (waiting === 0) return change.mutate({ presence });
    const asked = modal.confirm({
      title: texts('leaveTitle', { count: waiting }),
      content: texts('leaveDetail'),
      footer: (_, { CancelBtn }) => (
        <>
          <CancelBtn />
          <Button onClick={() => answered('busy')}>{texts('ratherBusy')}</Button>
          <Button type="primary" danger onClick={() => answered('offline')}>
            {texts('leave')}
          </Button>
        </>
      ),
    });
    const answered = (wanted: Presence) => {
      asked.destroy();
      change.mutate({ presence: wanted });
    };
  }

  return { choose: (presence: Presence) => void choose(presence), change };
}
