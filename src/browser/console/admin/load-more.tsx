import { Button } from 'antd';
import { useAdminTexts } from './texts.js';

interface PagedQuery {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** Below a list of which there is more: the next page. */
export function LoadMore({ query }: { query: PagedQuery }) {
  const texts = useAdminTexts();
  if (!query.hasNextPage) return null;
  return (
    <div className="admin-more">
      <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {texts('more')}
      </Button>
    </div>
  );
}
