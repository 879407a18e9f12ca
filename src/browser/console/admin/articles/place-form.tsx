import { Input, InputNumber, Select } from 'antd';
import { useDeferredValue, useId, useState } from 'react';
import { ARTICLE_LIMITS, ARTICLE_VISIBILITIES } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { Labelled } from '../../shared/labelled.js';
import { PlaceSelect } from '../sections/place-select.js';
import { useSections } from '../sections/queries.js';
import { useArticleList } from './queries.js';
import { useArticleTexts } from './texts.js';
import type { ArticleEditing } from './use-article-editing.js';
import { useCategoryOptions } from './use-category-options.js';

/** Where an article stands, and what leads to it. The same in both languages. */
export function PlaceForm({ editing }: { editing: ArticleEditing }) {
  const texts = useArticleTexts();
  const id = useId();
  const { subCategories } = useCategoryOptions();
  const sections = useSections().data?.items ?? [];
  const { draft, change } = editing;
  return (
    <details className="article-place">
      <summary>{texts('place')}</summary>
      <Labelled id={`${id}-slug`} label={texts('slug')} hint={texts('slugHint')} required>
        <Input
          id={`${id}-slug`}
          value={draft.slug}
          maxLength={ARTICLE_LIMITS.slug}
          onChange={(event) => change({ slug: event.target.value.toLowerCase() })}
        />
      </Labelled>
      <div className="field-pair">
        <Labelled
          id={`${id}-place`}
          label={texts('section')}
          hint={texts('sectionHint')}
          error={editing.refused.includes('sectionId') ? texts('sectionWrong') : undefined}
        >
          <PlaceSelect
            id={`${id}-place`}
            sections={sections}
            value={{ category: draft.category, sectionId: draft.sectionId || null }}
            onChange={(place) =>
              place &&
              change({
                category: place.category,
                sectionId: place.sectionId ?? '',
                ...(place.category !== draft.category && { subCategory: '' }),
              })
            }
          />
        </Labelled>
        <Labelled id={`${id}-sub`} label={texts('subCategory')}>
          <Select
            id={`${id}-sub`}
            style={{ width: '100%' }}
            value={draft.subCategory}
            options={[{ value: '', label: texts('noSubCategory') }, ...subCategories(draft.category)]}
            onChange={(subCategory: string) => change({ subCategory })}
          />
        </Labelled>
        <Labelled id={`${id}-position`} label={texts('position')} hint={texts('positionHint')}>
          <InputNumber
            id={`${id}-position`}
            min={1}
            max={999}
            precision={0}
            value={draft.position}
            onChange={(position) => change({ position: position ?? 500 })}
          />
        </Labelled>
      </div>
      <Labelled id={`${id}-visibility`} label={texts('visibility')} hint={texts(`visibilityHint.${draft.visibility}`)}>
        <Select
          id={`${id}-visibility`}
          style={{ width: '100%', maxWidth: 320 }}
          value={draft.visibility}
          options={ARTICLE_VISIBILITIES.map((value) => ({ value, label: texts(`visibility.${value}`) }))}
          onChange={(visibility) => change({ visibility })}
        />
      </Labelled>
      <Related editing={editing} id={`${id}-related`} />
    </details>
  );
}

function Related({ editing, id }: { editing: ArticleEditing; id: string }) {
  const { locale } = useLanguage();
  const texts = useArticleTexts();
  const [sought, setSought] = useState('');
  const q = useDeferredValue(sought.trim());
  const { draft, server, change } = editing;
  const found =
    useArticleList({ status: 'published', ...(q && { q }) }).data?.pages.flatMap(({ items }) => items) ?? [];
  const names = new Map([
    ...server.related.map((each) => [each.id, each.title] as const),
    ...found.map(
      (each) => [each.id, each.titles[locale] ?? each.titles['zh-CN'] ?? each.titles.en ?? each.slug] as const,
    ),
  ]);
  names.delete(server.id);
  return (
    <Labelled id={id} label={texts('related')} hint={texts('relatedHint')}>
      <Select
        id={id}
        mode="multiple"
        style={{ width: '100%' }}
        value={draft.related}
        maxCount={ARTICLE_LIMITS.related}
        options={[...names].map(([value, label]) => ({ value, label }))}
        showSearch={{ filterOption: false, onSearch: setSought }}
        onChange={(related: string[]) => change({ related })}
      />
    </Labelled>
  );
}
