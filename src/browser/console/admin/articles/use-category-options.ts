import { ARTICLE_CATEGORIES, type ArticleCategory } from '../../../../contract/index.js';
import { useCategories } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { useArticleTexts } from './texts.js';

/** The categories of the help centre, and what each is divided into. */
export function useCategoryOptions() {
  const { pick } = useLanguage();
  const texts = useArticleTexts();
  const known = useCategories().data?.items ?? [];
  const find = (key: ArticleCategory) => known.find((category) => category.key === key);
  const nameOf = (key: ArticleCategory): string => {
    const category = find(key);
    return category ? pick(category.topic) : texts('service');
  };
  return {
    nameOf,
    categories: ARTICLE_CATEGORIES.map((value) => ({ value, label: nameOf(value) })),
    subCategories: (key: ArticleCategory) =>
      (find(key)?.subCategories ?? []).map((sub) => ({ value: sub.key, label: pick(sub.name) })),
  };
}
