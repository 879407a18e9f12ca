import type { ArticleLink } from '../../../../contract/index.js';
import { safeHref } from '../logic/linkify.js';
import { Icon } from './icon.js';

/** Help-centre articles as cards; each opens inside the panel. */
export function Articles({ articles }: { articles: ArticleLink[] }) {
  return (
    <ul class="list card">
      {articles.map(({ articleId, title, excerpt, url }) => (
        <li key={articleId}>
          <a class="row" href={safeHref(url)}>
            <span class="item">
              <strong>{title}</strong>
              {excerpt && <span class="excerpt">{excerpt}</span>}
            </span>
            <Icon name="next" />
          </a>
        </li>
      ))}
    </ul>
  );
}
