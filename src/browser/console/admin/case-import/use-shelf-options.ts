import type { CaseShelf, CategoryKey } from '../../../../contract/index.js';
import { useCategories } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';

/** Categories, and each with its sub-categories, to choose from. */
export function useShelfOptions() {
  const { pick } = useLanguage();
  const known = useCategories().data?.items ?? [];
  return {
    categories: known.map(({ key, name }) => ({ value: key as string, label: pick(name) })),
    shelves: known.map(({ key, name, subCategories }) => ({
      label: pick(name),
      options: [
        { value: key as string, label: pick(name) },
        ...subCategories
          .filter(({ archived }) => !archived)
          .map((sub) => ({ value: `${key}/${sub.key}`, label: `${pick(name)} › ${pick(sub.name)}` })),
      ],
    })),
  };
}

export const nameOfShelf = ({ category, subCategory }: CaseShelf): string =>
  subCategory ? `${category}/${subCategory}` : category;

export function shelfNamed(name: string): CaseShelf {
  const [category, subCategory] = name.split('/');
  return { category: category as CategoryKey, ...(subCategory && { subCategory }) };
}
