import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Empty } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/i18n.js';
import { adminAddress } from '../routing/place.js';
import { goTo } from '../routing/use-route.js';
import { PageFrame } from '../shared/page-frame.js';
import { QueryState } from '../shared/query-state.js';

interface Props<Item extends { id: string }> {
  /** As the address names it, e.g. `teams`. */
  page: string;
  /** What the address names after the page: `new`, or the id of one; neither: all. */
  which: string | undefined;
  query: UseQueryResult<{ items: Item[] }>;
  texts: (key: 'title' | 'intro' | 'create' | 'none' | 'noneDetail' | 'gone') => string;
  create: () => ReactNode;
  one: (item: Item) => ReactNode;
  rows: (items: Item[]) => ReactNode;
}

/** A page of the administration over records of one kind: all of them, a new one, or one of them. */
export function RecordsPage<Item extends { id: string }>({ page, which, query, texts, ...show }: Props<Item>) {
  const { t } = useLanguage();
  if (which === 'new') return show.create();
  if (which)
    return (
      <QueryState query={query}>
        {({ items }) => {
          const item = items.find(({ id }) => id === which);
          if (item) return show.one(item);
          return (
            <div className="placeholder">
              <strong>{texts('gone')}</strong>
              <Button onClick={() => goTo(adminAddress(page))}>{t('common.back')}</Button>
            </div>
          );
        }}
      </QueryState>
    );
  return (
    <PageFrame
      title={texts('title')}
      intro={texts('intro')}
      actions={
        <Button type="primary" onClick={() => goTo(adminAddress(page, 'new'))}>
          {texts('create')}
        </Button>
      }
    >
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty description={texts('none')} image={Empty.PRESENTED_IMAGE_SIMPLE}>
              {texts('noneDetail')}
            </Empty>
          ) : (
            show.rows(items)
          )
        }
      </QueryState>
    </PageFrame>
  );
}
