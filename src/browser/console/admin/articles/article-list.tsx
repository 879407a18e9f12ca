import { Button, Empty, Input, Select } from 'antd';
import { ARTICLE_CATEGORIES, ARTICLE_STATUSES, type ArticleListItemView, LOCALES } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { goTo, useAddressQuery } from '../../routing/use-route.js';
import { Link } from '../../shared/link.js';
import { LoadMore } from '../load-more.js';
import { PageFrame } from '../page-frame.js';
import { QueryState } from '../query-state.js';
import { type ArticleFilter, useArticleList } from './queries.js';
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
              <ul className="admin-sheet article-list">
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

function readFilter(query: URLSearchParams): ArticleFilter {
  const q = query.get('q')?.trim().slice(0, 100);
  const category = ARTICLE_CATEGORIES.find((each) => each === query.get('category'));
  const status = ARTICLE_STATUSES.find((each) => each === query.get('status'));
  const missing = LOCALES.find((each) => each === query.get('missing'));
  return { ...(q && { q }), ...(category && { category }), ...(status && { status }), ...(missing && { missing }) };
}

function Filters({ filter }: { filter: ArticleFilter }) {
  const texts = useArticleTexts();
  const { categories } = useCategoryOptions();
  const change = (change: Partial<ArticleFilter>) => {
    const set = Object.entries({ ...filter, ...change }).filter(([, value]) => value);
    const query = new URLSearchParams(set as [string, string][]).toString();
    goTo(adminAddress('articles') + (query ? `?${query}` : ''));
  };
  const choice = (
    name: 'category' | 'status' | 'missing',
    any: string,
    options: { value: string; label: string }[],
  ) => (
    <Select
      aria-label={texts(name)}
      style={{ minWidth: 130 }}
      value={filter[name] ?? ''}
      options={[{ value: '', label: any }, ...options]}
      onChange={(value: string) => change({ [name]: value })}
    />
  );
  return (
    <search className="article-filters">
      <Input.Search
        key={filter.q}
        aria-label={texts('search')}
        placeholder={texts('search')}
        defaultValue={filter.q}
        allowClear
        maxLength={100}
        style={{ width: 240 }}
        onSearch={(q) => change({ q: q.trim() })}
      />
      {choice('category', texts('anyCategory'), categories)}
      {choice(
        'status',
        texts('anyStatus'),
        ARTICLE_STATUSES.map((value) => ({ value, label: texts(`status.${value}`) })),
      )}
      {choice('missing', texts('anyLanguage'), [
        { value: 'en', label: texts('missingIn', { language: texts('english') }) },
        { value: 'zh-CN', label: texts('missingIn', { language: texts('chinese') }) },
      ])}
    </search>
  );
}

function Line({ article }: { article: ArticleListItemView }) {
  const { locale, formats } = useLanguage();
  const texts = useArticleTexts();
  const { nameOf } = useCategoryOptions();
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
        {LOCALES.filter((each) => titles[each] === undefined).map((each) => (
          <span key={each} className="badge badge-warn">
            {texts('missingIn', { language: texts(each === 'en' ? 'english' : 'chinese') })}
          </span>
        ))}
      </span>
      <span className="article-quiet">{nameOf(article.category)}</span>
      <span className="article-quiet tabular" title={texts('votesTitle', { helpful, notHelpful })}>
        {votes > 0 && `👍 ${Math.round((100 * helpful) / votes)}% · ${votes}`}
      </span>
      <span className="article-quiet article-edited">
        {article.editedBy} <time dateTime={article.editedAt}>{formats.short(article.editedAt)}</time>
      </span>
    </Link>
  );
}
