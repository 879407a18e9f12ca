import type { CategoryKey } from '../../../contract/index.js';
import { useCategories } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';

/** What a category is called in the reader's language. */
export function useTopicNames() {
  const { pick } = useLanguage();
  const known = useCategories().data?.items ?? [];
  return (key: CategoryKey): string => {
    const category = known.find((each) => each.key === key);
    return category ? pick(category.name) : key;
  };
}
