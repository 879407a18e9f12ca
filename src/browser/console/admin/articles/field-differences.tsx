import { changedFields } from '../../shared/draft.js';
import { useAdminTexts } from '../texts.js';
import type { FlatArticle, FlatField } from './flat.js';
import { LineDiff } from './line-diff.js';
import { useArticleTexts } from './texts.js';
import { useFieldText } from './use-field-text.js';

const NAMES = {
  slug: 'slug',
  category: 'category',
  subCategory: 'subCategory',
  sectionId: 'section',
  visibility: 'visibility',
  position: 'position',
  related: 'related',
  title: 'articleTitle',
  excerpt: 'excerpt',
  bodyMarkdown: 'body',
  keywords: 'keywords',
} as const;

/** How two states of an article differ, field by field. @param only these fields; otherwise all that differ */
export function FieldDifferences({
  before,
  after,
  only,
}: {
  before: FlatArticle;
  after: FlatArticle;
  only?: readonly FlatField[];
}) {
  const texts = useArticleTexts();
  const adminTexts = useAdminTexts();
  const textOf = useFieldText();
  const fields = only ?? changedFields(before, after);
  if (fields.length === 0) return <p className="article-quiet">{texts('same')}</p>;
  return (
    <dl className="article-differences">
      {fields.map((field) => {
        const [locale, name] = field.includes('.') ? field.split('.') : [undefined, field];
        const language = locale && ` · ${adminTexts(locale === 'en' ? 'english' : 'chinese')}`;
        return (
          <div key={field}>
            <dt>
              {texts(NAMES[name as keyof typeof NAMES])}
              {language}
            </dt>
            <dd>
              <LineDiff before={textOf(field, before)} after={textOf(field, after)} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
