import { Tooltip } from 'antd';
import type { ArticleVisibility } from '../../../../contract/index.js';
import { useArticleTexts } from './texts.js';

/** Who may read it, when that is not everybody. */
export function VisibilityTag({ visibility }: { visibility: ArticleVisibility }) {
  const texts = useArticleTexts();
  if (visibility === 'public') return null;
  return (
    <Tooltip title={texts(visibility === 'staff' ? 'staffHint' : 'customersHint')}>
      <span className={`badge ${visibility === 'staff' ? 'badge-warn' : 'badge-info'} article-badge`}>
        {texts(visibility === 'staff' ? 'staff' : 'customers')}
      </span>
    </Tooltip>
  );
}
