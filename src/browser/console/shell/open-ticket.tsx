import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Suspense, useEffect } from 'react';
import { isProblem } from '../api/client.js';
import { keys, useTicket } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { navigate } from '../routing/use-route.js';
import { fetchedLater } from '../shared/fetched-later.js';
import { Loading } from '../shared/loading.js';
import { ThreadPane } from '../thread/thread-pane.js';

const AccessDialog = fetchedLater(() => import('./access-dialog.js'));
const CasePanel = fetchedLater(() => import('../case-panel/case-panel.js'));

/** Middle and right pane: the ticket of the address, or why there is none. */
export function OpenTicket({ number }: { number?: string }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const query = useTicket(number);
  const ticket = query.data;

  useEffect(() => {
    // Numbers are read forgivingly (spaces, case, O for 0): from here on it has its proper one.
    if (!ticket || !number || ticket.number === number) return;
    client.setQueryData(keys.ticket(ticket.number), ticket);
    navigate({ number: ticket.number }, 'replace');
  }, [ticket, number, client]);

  if (!number)
    return (
      <>
        <main className="thread" id="thread" tabIndex={-1}>
          <div className="placeholder thread-empty">
            <strong>{t('thread.choose')}</strong>
            <p>{t('thread.chooseHint')}</p>
          </div>
        </main>
        <aside className="panel" aria-label={t('panel.label')} />
      </>
    );
  // An error of a refetch must not take away what one is reading, unless it says that it is no longer ours to read.
  const gone = isProblem(query.error, 'not_found') || isProblem(query.error, 'forbidden');
  if (!ticket || gone)
    return (
      <>
        <main className="thread" id="thread" tabIndex={-1}>
          <div className="placeholder thread-empty">
            {query.isPending ? <Loading /> : <NoTicket number={number} error={query.error} />}
            {query.isError && !gone && <Button onClick={() => void query.refetch()}>{t('common.retry')}</Button>}
            {!query.isPending && (
              <Button onClick={() => navigate({ number: undefined })} className="only-narrow only-phone">
                {t('common.back')}
              </Button>
            )}
          </div>
        </main>
        <aside className="panel" aria-label={t('panel.label')} />
        {isProblem(query.error, 'forbidden') && (
          <Suspense>
            <AccessDialog
              number={number}
              onGranted={(granted) => client.setQueryData(keys.ticket(number), granted)}
              onCancel={() => navigate({ number: undefined })}
            />
          </Suspense>
        )}
      </>
    );
  return (
    <>
      <ThreadPane ticket={ticket} />
      <aside className="panel" aria-label={t('panel.label')}>
        <Suspense fallback={<div className="placeholder">{t('common.loading')}</div>}>
          <CasePanel ticket={ticket} />
        </Suspense>
      </aside>
    </>
  );
}

function NoTicket({ number, error }: { number: string; error: unknown }) {
  const { t } = useLanguage();
  if (isProblem(error, 'not_found') || isProblem(error, 'invalid_input'))
    return (
      <>
        <strong>{t('error.notFound', { number })}</strong>
        <p>{t('error.notFoundDetail')}</p>
      </>
    );
  if (isProblem(error, 'forbidden')) return <strong>{t('error.forbidden')}</strong>;
  const { title, detail } = problemText(t, error);
  return (
    <>
      <strong>{title}</strong>
      {detail && <p>{detail}</p>}
    </>
  );
}
