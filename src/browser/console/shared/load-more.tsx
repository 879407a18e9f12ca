import { Button } from 'antd';
import { defineTexts } from '../i18n/texts.js';

const useTexts = defineTexts({ more: '加载更多' }, { more: 'Load more' });

interface PagedQuery {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** Below a list of which there is more: the next page. */
export function LoadMore({ query }: { query: PagedQuery }) {
  const texts = useTexts();
  if (!query.hasNextPage) return null;
  return (
    <div className="load-more">
      <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {texts('more')}
      </Button>
    </div>
  );
}
