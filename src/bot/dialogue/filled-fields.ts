import { type BotBrief, type CategoryKey, type CategoryView, type Locale, valueWords } from '../../contract/index.js';

/** What was filled in, in the order of the form and the reader's words; a value of a field that the form does not have any more is left out. */
export function filledFields(
  categories: readonly CategoryView[],
  filled: {
    category: CategoryKey | null | undefined;
    subCategory: string | null | undefined;
    form: Record<string, string>;
  },
  locale: Locale,
): BotBrief['fields'] {
  const { category, subCategory, form } = filled;
  const known = categories.find(({ key }) => key === category)?.subCategories;
  const asked = known?.find(({ key }) => key === subCategory)?.form ?? [];
  return asked.flatMap((field) => {
    const { key, label } = field;
    const value = Object.hasOwn(form, key) ? form[key] : undefined;
    return value ? [{ key, label: label[locale], value: valueWords(field, value, locale) }] : [];
  });
}
