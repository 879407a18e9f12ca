import { Button, Checkbox, Drawer, Empty } from 'antd';
import { useState } from 'react';
import { QueryState } from '../shared/query-state.js';
import { useIsNarrow } from '../shared/use-is-narrow.js';
import { NoticeRow } from './notice-row.js';
import { useNotices, useReadAllNotices, useUnreadNotices } from './queries.js';
import { useNoticeTexts } from './texts.js';
import './notices.css';

/** One's notices, beside whatever is open. */
export default function NoticesDrawer({ onClose, onLeave }: { onClose: () => void; onLeave: () => void }) {
  const texts = useNoticeTexts();
  const isNarrow = useIsNarrow();
  const [onlyUnread, setOnlyUnread] = useState(false);
  const query = useNotices(onlyUnread);
  const unread = useUnreadNotices().data?.unread ?? 0;
  const readingAll = useReadAllNotices();
  const newest = query.data?.pages[0]?.items[0];
  return (
    <Drawer
      open
      placement="right"
      size={isNarrow ? '100%' : 420}
      title={texts('title')}
      onClose={onClose}
      styles={{ body: { padding: 0 } }}
      extra={
        <Button
          size="small"
          disabled={!newest || unread === 0}
          loading={readingAll.isPending}
          onClick={() => newest && readingAll.mutate(newest.id)}
        >
          {texts('readAll')}
        </Button>
      }
    >
      <div className="notices-filter">
        <Checkbox checked={onlyUnread} onChange={(event) => setOnlyUnread(event.target.checked)}>
          {texts('onlyUnread')}
        </Checkbox>
      </div>
      <div className="notices-body">
        <QueryState query={query}>
          {({ pages }) =>
            pages[0]?.items.length === 0 ? (
              <Empty
                image={Empty.PRESENTED_IMAGE_SIMPLE}
                description={texts(onlyUnread ? 'noneUnread' : 'none')}
                style={{ padding: '48px 24px' }}
              >
                {!onlyUnread && <p className="notice-quiet">{texts('noneDetail')}</p>}
              </Empty>
            ) : (
              <ul className="notices" aria-label={texts('title')}>
                {pages.flatMap(({ items }) =>
                  items.map((notice) => <NoticeRow key={notice.id} notice={notice} onLeave={onLeave} />),
                )}
              </ul>
            )
          }
        </QueryState>
        {query.hasNextPage && (
          <div className="notices-more">
            <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {texts('more')}
            </Button>
          </div>
        )}
      </div>
    </Drawer>
  );
}
