import type { BotConversationItemView } from '../../../contract/index.js';
import { useCategories } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { useBotTexts } from './texts.js';

/** A guess of the category with how sure it is, or what the customer chose; empty while nobody knows. */
export function useCategoryWords() {
  const { pick } = useLanguage();
  const texts = useBotTexts();
  const known = useCategories().data?.items ?? [];
  return ({ category }: Pick<BotConversationItemView, 'category'>): string => {
    if (!category) return '';
    const found = known.find(({ key }) => key === category.key);
    const sub = found?.subCategories.find(({ key }) => key === category.subCategory);
    const name = [found ? pick(found.name) : category.key, ...(sub ? [pick(sub.name)] : [])].join(' / ');
    const sureness = category.chosen
      ? texts('chosen')
      : texts('confidence', { percent: Math.round(category.confidence * 100) });
    return `${name} · ${sureness}`;
  };
}
