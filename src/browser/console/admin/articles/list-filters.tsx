import { Input, Select } from 'antd';
import {
  ARTICLE_ATTENTIONS,
  ARTICLE_CATEGORIES,
  ARTICLE_STATUSES,
  ARTICLE_VISIBILITIES,
  LOCALES,
} from '../../../../contract/index.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { PlaceSelect } from '../sections/place-select.js';
import { useSections } from '../sections/queries.js';
import { type ArticleFilter, useOverview, useOwners } from './queries.js';
import { useArticleTexts } from './texts.js';

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the address says of the list. */
export function readFilter(query: URLSearchParams): ArticleFilter {
  const idOf = (name: string) => (ID.test(query.get(name) ?? '') ? query.get(name) : undefined);
  const found = {
    q: query.get('q')?.trim().slice(0, 100),
    category: ARTICLE_CATEGORIES.find((each) => each === query.get('category')),
    section: idOf('section'),
    status: ARTICLE_STATUSES.find((each) => each === query.get('status')),
    missing: LOCALES.find((each) => each === query.get('missing')),
    visibility: ARTICLE_VISIBILITIES.find((each) => each === query.get('visibility')),
    owner: idOf('owner'),
    attention: ARTICLE_ATTENTIONS.find((each) => each === query.get('attention')),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value)) as ArticleFilter;
}

function showOnly(filter: ArticleFilter, change: Partial<ArticleFilter>): void {
  const set = Object.entries({ ...filter, ...change }).filter(([, value]) => value);
  const query = new URLSearchParams(set as [string, string][]).toString();
  goTo(adminAddress('articles') + (query ? `?${query}` : ''));
}

/** How many articles want attention; each number leads to them, and back. */
export function Overview({ filter }: { filter: ArticleFilter }) {
  const texts = useArticleTexts();
  const counts = useOverview().data;
  return (
    <fieldset className="article-overview">
      <legend className="sr-only">{texts('overview')}</legend>
      {ARTICLE_ATTENTIONS.map((each) => {
        const count = counts?.[each] ?? 0;
        const isOn = filter.attention === each;
        return (
          <button
            key={each}
            type="button"
            aria-pressed={isOn}
            data-wanting={count > 0 || undefined}
            data-urgent={(each === 'problem' && count > 0) || undefined}
            onClick={() => showOnly(filter, { attention: isOn ? undefined : each })}
          >
            {texts(`attention.${each}`)} <b className="tabular">{counts ? count : '–'}</b>
          </button>
        );
      })}
    </fieldset>
  );
}

export function Filters({ filter }: { filter: ArticleFilter }) {
  const texts = useArticleTexts();
  const sections = useSections().data?.items ?? [];
  const owners = useOwners().data?.items ?? [];
  const section = sections.find(({ id }) => id === filter.section);
  const category = section?.category ?? filter.category;
  const change = (change: Partial<ArticleFilter>) => showOnly(filter, change);
  const choice = (
    name: 'status' | 'missing' | 'visibility' | 'owner',
    any: string,
    options: { value: string; label: string }[],
  ) => (
    <Select
      aria-label={texts(name)}
      style={{ minWidth: 120 }}
      popupMatchSelectWidth={false}
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
      <PlaceSelect
        label={texts('section')}
        any={texts('anySection')}
        sections={sections}
        style={{ width: 200 }}
        value={category && { category, sectionId: section?.id ?? null }}
        onChange={(place) =>
          change({ category: place?.sectionId ? undefined : place?.category, section: place?.sectionId ?? undefined })
        }
      />
      {choice(
        'status',
        texts('anyStatus'),
        ARTICLE_STATUSES.map((value) => ({ value, label: texts(`status.${value}`) })),
      )}
      {choice(
        'visibility',
        texts('anyVisibility'),
        ARTICLE_VISIBILITIES.map((value) => ({ value, label: texts(`visibility.${value}`) })),
      )}
      {choice(
        'owner',
        texts('anyOwner'),
        owners.map(({ id, name }) => ({ value: id, label: name })),
      )}
      {choice('missing', texts('anyLanguage'), [
        { value: 'en', label: texts('missingIn', { language: texts('english') }) },
        { value: 'zh-CN', label: texts('missingIn', { language: texts('chinese') }) },
      ])}
    </search>
  );
}
