import { LikeOutlined } from '@ant-design/icons';
import { Button, Empty } from 'antd';
import { type ArticleListItemView, LOCALES } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { goTo, useAddressQuery } from '../../routing/use-route.js';
import { Link } from '../../shared/link.js';
import { LoadMore } from '../../shared/load-more.js';
import { PageFrame } from '../../shared/page-frame.js';
import { QueryState } from '../../shared/query-state.js';
import { useSectionName } from '../sections/place-select.js';
import { useSections } from '../sections/queries.js';
import { Filters, Overview, readFilter } from './list-filters.js';
import { useArticleList } from './queries.js';
import { useArticleTexts } from './texts.js';
import { useCategoryOptions } from './use-category-options.js';

/** All articles with what an editor looks for: which are unfinished, untranslated, or found wanting by readers. */
export function ArticleList() {
  const texts = useArticleTexts();
  const filter = readFilter(useAddressQuery());
  const query = useArticleList(filter);
  return (
    <PageFrame
      title={texts('title')}
      intro={texts('intro')}
      actions={
        <Button type="primary" onClick={() => goTo(adminAddress('articles', 'new'))}>
          {texts('create')}
        </Button>
      }
    >
      <Overview filter={filter} />
      <Filters filter={filter} />
      <QueryState query={query}>
        {({ pages }) => {
          const isNarrowed = Object.keys(filter).length > 0;
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0)
            return (
              <Empty description={texts(isNarrowed ? 'none' : 'noneYet')} image={Empty.PRESENTED_IMAGE_SIMPLE}>
                {texts(isNarrowed ? 'noneDetail' : 'noneYetDetail')}
              </Empty>
            );
          return (
            <>
              <ul className="sheet article-list">
                {items.map((article) => (
                  <li key={article.id}>
                    <Line article={article} />
                  </li>
                ))}
              </ul>
              <LoadMore query={query} />
            </>
          );
        }}
      </QueryState>
    </PageFrame>
  );
}

function Line({ article }: { article: ArticleListItemView }) {
  const { locale, formats } = useLanguage();
  const texts = useArticleTexts();
  const { nameOf } = useCategoryOptions();
  const nameOfSection = useSectionName();
  const section = useSections().data?.items.find(({ id }) => id === article.sectionId);
  const { titles, status, helpful, notHelpful } = article;
  const other = locale === 'en' ? 'zh-CN' : 'en';
  const title = titles[locale] || titles[other] || texts('untitled');
  const second = titles[locale] ? titles[other] : undefined;
  const votes = helpful + notHelpful;
  return (
    <Link to={adminAddress('articles', article.id)} className="article-line">
      <span className="article-what">
        <b className="ellipsis">{title}</b>
        <span className="article-quiet ellipsis">{second || article.slug}</span>
      </span>
      <span className="article-badges">
        <span className={status === 'published' ? 'badge badge-ok' : 'badge'}>{texts(`status.${status}`)}</span>
        {status === 'published' && article.changed && <span className="badge badge-warn">{texts('changed')}</span>}
        {article.visibility !== 'public' && (
          <span className="badge badge-info">{texts(`visibility.${article.visibility}`)}</span>
        )}
        {article.review && <span className="badge badge-warn">{texts(`attention.${article.review}`)}</span>}
        {article.schedule && (
          <span
            className={article.schedule.problem ? 'badge badge-danger' : 'badge badge-info'}
            title={article.schedule.problem && texts(`problem.${article.schedule.problem}`)}
          >
            {texts(article.schedule.problem ? 'attention.problem' : 'attention.scheduled')}{' '}
            {formats.short(article.schedule.publishAt)}
          </span>
        )}
        {article.stale && <span className="badge badge-warn">{texts('stale')}</span>}
        {article.behind.map((each) => (
          <span key={each} className="badge badge-warn">
            {texts('behindIn', { language: texts(each === 'en' ? 'english' : 'chinese') })}
          </span>
        ))}
        {article.expiresAt && <span className="badge">{texts('until', { at: formats.short(article.expiresAt) })}</span>}
        {LOCALES.filter((each) => titles[each] === undefined).map((each) => (
          <span key={each} className="badge badge-warn">
            {texts('missingIn', { language: texts(each === 'en' ? 'english' : 'chinese') })}
          </span>
        ))}
      </span>
      <span className="article-quiet ellipsis">{section ? nameOfSection(section) : nameOf(article.category)}</span>
      <span className="article-quiet tabular" title={texts('votesTitle', { helpful, notHelpful })}>
        {votes > 0 && (
          <>
            <LikeOutlined aria-hidden /> {Math.round((100 * helpful) / votes)}% · {votes}
          </>
        )}
      </span>
      <span className="article-quiet article-edited">
        {article.editedBy} <time dateTime={article.editedAt}>{formats.short(article.editedAt)}</time>
      </span>
    </Link>
  );
}
