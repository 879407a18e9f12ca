import {
  type CategoryKey,
  type CategoryView,
  type FormFieldView,
  isChoice,
  type Locale,
  type QuickReply,
  type SubCategoryView,
  valueWords,
} from '../../contract/index.js';
import { fold } from '../../platform/search/index.js';

const MOST_REPLIES = 8;

export const topicsOf = (
  categories: readonly CategoryView[],
  keys: readonly CategoryKey[],
  locale: Locale,
): QuickReply[] =>
  keys.flatMap((key) => {
    const found = categories.find((category) => category.key === key);
    return found ? [{ label: found.topic[locale], value: key }] : [];
  });

/** Sub-categories that can be chosen, in the order of the desk. */
export function subCategoriesOf(categories: readonly CategoryView[], key: CategoryKey): readonly SubCategoryView[] {
  const found = categories.find((category) => category.key === key);
  return (found?.subCategories ?? []).filter(({ archived }) => !archived).slice(0, MOST_REPLIES);
}

export const subCategoryReplies = (subCategories: readonly SubCategoryView[], locale: Locale): QuickReply[] =>
  subCategories.map(({ key, name }) => ({ label: name[locale], value: key }));

/** What one may tap for an answer; several choices are named in words. */
export function optionReplies(field: FormFieldView, locale: Locale): QuickReply[] {
  if (field.type === 'checkbox')
    return ['yes', 'no'].map((value) => ({ label: valueWords(field, value, locale), value }));
  if (!isChoice(field)) return [];
  return (field.options ?? [])
    .filter(({ archived }) => !archived)
    .slice(0, MOST_REPLIES)
    .map(({ value, label }) => ({ label: label[locale], value }));
}

const plain = (text: string): string =>
  fold(text)
    .trim()
    .replace(/[\s。.!！?？,，]+$/u, '');

/** What was tapped, or typed as it stands on the reply. */
export function chosen(replies: readonly QuickReply[], text: string): string | undefined {
  const said = plain(text);
  return said === '' ? undefined : replies.find(({ label }) => plain(label) === said)?.value;
}
