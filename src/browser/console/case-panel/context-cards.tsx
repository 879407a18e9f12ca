import { ReloadOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useContextCards } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { CardView } from './card-view.js';

/** What the host site says of this customer. When it does not answer, the case goes on without. */
export function ContextCards({ number }: { number: string }) {
  const { t, formats } = useLanguage();
  const query = useContextCards(number);
  const context = query.data;
  if (query.isPending) return <Skeleton active title={false} paragraph={{ rows: 3 }} />;
  const retry = (
    <Button
      size="small"
      icon={<ReloadOutlined aria-hidden />}
      loading={query.isFetching}
      onClick={() => void query.refetch()}
    >
      {t('common.retry')}
    </Button>
  );
  if (!context || context.state === 'unavailable')
    return (
      <div className="panel-notice" role="status">
        <span>
          {t('context.unavailable')}
          <small>{t('context.unavailableHint')}</small>
        </span>
        {retry}
      </div>
    );
  if (context.state === 'none' || context.cards.length === 0)
    return (
      <p className="panel-hint">
        {t('context.none')} · {t('context.noneHint')}
      </p>
    );
  return (
    <>
      {context.cards.map((card) => (
        <CardView key={`${card.kind}-${card.id}`} card={card} />
      ))}
      <div className="panel-foot">
        {context.fetchedAt && t('context.fetchedAt', { time: formats.short(context.fetchedAt) })}
        <button type="button" className="quiet-button" disabled={query.isFetching} onClick={() => void query.refetch()}>
          <ReloadOutlined aria-hidden spin={query.isFetching} /> {t('context.refresh')}
        </button>
      </div>
    </>
  );
}
