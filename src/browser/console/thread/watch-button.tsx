import { EyeFilled, EyeOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { TicketView } from '../../../contract/index.js';
import { api } from '../api/endpoints.js';
import { keys } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { useStaff } from '../session/session.js';
import { useThreadTexts } from './texts.js';

/** To see a case wherever it goes, without taking it; whoever watches one may stop. */
export function WatchButton({ ticket: { number, watching } }: { ticket: TicketView }) {
  const { t } = useLanguage();
  const texts = useThreadTexts();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { role } = useStaff();
  const change = useMutation({
    mutationFn: () => api.watch(number, !watching),
    onSuccess: () => void message.success(texts(watching ? 'unwatched' : 'watchedNow')),
    onError: (error) => void message.error(problemText(t, error).title),
    onSettled: () => void client.invalidateQueries({ queryKey: keys.ticket(number) }),
  });
  if (role === 'agent' && !watching) return null;
  return (
    <button
      type="button"
      className="quiet-button"
      aria-pressed={watching}
      aria-busy={change.isPending}
      title={texts(watching ? 'unwatch' : 'watch')}
      onClick={() => change.mutate()}
    >
      {watching ? <EyeFilled aria-hidden /> : <EyeOutlined aria-hidden />}
      {texts(watching ? 'watching' : 'watch')}
    </button>
  );
}
