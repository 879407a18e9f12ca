import { Empty } from 'antd';
import type { ArticleReportView, ReportDays } from '../../../../contract/index.js';
import { adminAddress } from '../../routing/place.js';
import { Link } from '../../shared/link.js';
import { QueryState } from '../../shared/query-state.js';
import { share } from '../../shared/share.js';
import { useCategoryOptions } from '../articles/use-category-options.js';
import { useArticleReport } from './queries.js';
import { TaskButton } from './task-button.js';
import { useLearningTexts } from './texts.js';

/** Articles after which customers asked a person all the same. */
export function ArticlesReport({ days }: { days: ReportDays }) {
  const texts = useLearningTexts();
  return (
    <QueryState query={useArticleReport(days)}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty description={texts('noArticles')} image={Empty.PRESENTED_IMAGE_SIMPLE}>
            {texts('noArticlesDetail')}
          </Empty>
        ) : (
          <ul className="sheet learning-list">
            {items.map((article) => (
              <li key={article.articleId}>
                <Fares article={article} />
              </li>
            ))}
          </ul>
        )
      }
    </QueryState>
  );
}

function Fares({ article }: { article: ArticleReportView }) {
  const texts = useLearningTexts();
  const { nameOf } = useCategoryOptions();
  const { articleId, title, category, reads, contacts, helpful, notHelpful, reasons, taskId } = article;
  return (
    <>
      <div className="learning-what">
        <p>
          <Link to={adminAddress('articles', articleId)}>
            <b>{title}</b>
          </Link>{' '}
          <span className="badge">{nameOf(category)}</span>
        </p>
        {reasons.map((reason, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two readers may have said the same.
          <p key={index} className="learning-quote">
            {reason}
          </p>
        ))}
      </div>
      <p className="learning-count">
        <b className="tabular">{texts('contacts', { count: contacts, share: share(contacts, reads) })}</b>
        <span className="learning-quiet tabular">
          {texts('reads', { count: reads })}
          {helpful + notHelpful > 0 && ` · ${texts('helpfulShare', { share: share(helpful, helpful + notHelpful) })}`}
        </span>
      </p>
      <TaskButton about={{ kind: 'article', articleId }} title={title} taskId={taskId} />
    </>
  );
}
