import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';

interface Query<Data> {
  data: Data | undefined;
  isError: boolean;
  error: unknown;
  refetch: () => unknown;
}

/** What a page shows of a query: its outline while loading, the failure with a way out, or the data. Old data stays readable. */
export function QueryState<Data>({ query, children }: { query: Query<Data>; children: (data: Data) => ReactNode }) {
  const { t } = useLanguage();
  if (query.data !== undefined) return children(query.data);
  if (!query.isError)
    return (
      <div role="status" aria-label={t('common.loading')}>
        <Skeleton active paragraph={{ rows: 6 }} />
      </div>
    );
  const { title, detail } = problemText(t, query.error);
  return (
    <div className="placeholder" role="alert">
      <strong>{title}</strong>
      {detail && <p>{detail}</p>}
      <Button onClick={() => void query.refetch()}>{t('common.retry')}</Button>
    </div>
  );
}
