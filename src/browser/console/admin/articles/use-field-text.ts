import { useSectionName } from '../sections/place-select.js';
import { useSections } from '../sections/queries.js';
import { type FlatArticle, type FlatField, fieldText } from './flat.js';
import { useArticleTexts } from './texts.js';
import { useCategoryOptions } from './use-category-options.js';

/** A field of an article as one reads it: what has a name is called by it. */
export function useFieldText() {
  const texts = useArticleTexts();
  const { nameOf, subCategories } = useCategoryOptions();
  const nameOfSection = useSectionName();
  const sections = useSections().data?.items ?? [];
  return (field: FlatField, article: FlatArticle): string => {
    if (field === 'category') return nameOf(article.category);
    if (field === 'visibility') return texts(`visibility.${article.visibility}`);
    if (field === 'subCategory') {
      const found = subCategories(article.category).find(({ value }) => value === article.subCategory);
      return found?.label ?? article.subCategory;
    }
    if (field !== 'sectionId' || !article.sectionId) return fieldText(article[field]);
    const section = sections.find(({ id }) => id === article.sectionId);
    return section ? nameOfSection(section) : texts('sectionGone');
  };
}
