import { PhoneOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { TicketView } from '../../../../contract/index.js';
import { api } from '../../api/endpoints.js';
import { keys, useCallBacks } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { FailedPart } from '../failed-part.js';
import { useCallBackTexts } from './texts.js';
import './call-back.css';

/** The call that the customer has asked for, with the whole number, until somebody says that it has been made. */
export function CallBack({ ticket }: { ticket: TicketView }) {
  const { number } = ticket;
  const { t, formats } = useLanguage();
  const texts = useCallBackTexts();
  const { message } = App.useApp();
  const client = useQueryClient();
  const query = useCallBacks(number, ticket.allowed.reply);
  const made = useMutation({
    mutationFn: () => api.madeCallBack(number),
    onSuccess: (list) => {
      client.setQueryData(keys.callBacks(number), list);
      void message.success(texts('recorded'));
    },
    onError: (error) => void message.error(problemText(t, error).title),
    onSettled: () => void client.invalidateQueries({ queryKey: keys.ticket(number) }),
  });
  if (query.isError) return <FailedPart error={query.error} onRetry={() => void query.refetch()} />;
  const [asked] = query.data?.items ?? [];
  if (!asked) return null;
  const { phone, askedAt, doneAt, doneBy } = asked;
  if (doneAt)
    return (
      <p className="panel-hint call-back-done">
        {texts('doneBy', { name: doneBy ?? '' })} ·{' '}
        <time dateTime={doneAt} title={formats.full(doneAt)}>
          {formats.short(doneAt)}
        </time>
      </p>
    );
  return (
    <div className="call-back" role="status">
      <div>
        <strong>{texts('asked')}</strong>{' '}
        <time className="panel-hint" dateTime={askedAt} title={formats.full(askedAt)}>
          {formats.short(askedAt)}
        </time>
        <a className="tabular" href={`tel:${phone}`} aria-label={texts('call', { phone })}>
          <PhoneOutlined aria-hidden /> {phone}
        </a>
      </div>
      <Button size="small" type="primary" loading={made.isPending} onClick={() => made.mutate()}>
        {texts('done')}
      </Button>
    </div>
  );
}
