import type { ArticleLink } from '../../../../contract/index.js';
import { safeHref } from '../logic/linkify.js';
import { useTexts } from '../state/context.js';
import { Icon } from './icon.js';

/** Help-centre articles as cards; each opens beside the conversation, in a new tab. */
export function Articles({ articles }: { articles: ArticleLink[] }) {
  const text = useTexts();
  return (
    <ul class="list card">
      {articles.map(({ articleId, title, excerpt, url }) => (
        <li key={articleId}>
          <a class="row" href={safeHref(url)} target="_blank" rel="noopener noreferrer">
            <span class="item">
              <strong>{title}</strong>
              {excerpt && <span class="excerpt">{excerpt}</span>}
            </span>
            <span class="hidden">{text.opensNewTab}</span>
            <Icon name="next" />
          </a>
        </li>
      ))}
    </ul>
  );
}
