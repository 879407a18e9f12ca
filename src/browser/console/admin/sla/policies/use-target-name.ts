import { useLanguage } from '../../../i18n/i18n.js';
import { isChat, kindOf, partsOf, type TargetKey } from './policy-draft.js';
import { usePolicyTexts } from './texts.js';

/** A target as a reader knows it: 重点商家 P1 留言 · 首次响应. */
export function useTargetName(): (key: TargetKey) => string {
  const { t } = useLanguage();
  const texts = usePolicyTexts();
  return (key) => {
    const { tier, priority, column } = partsOf(key);
    return texts('target', {
      tier: t(`tier.${tier}`),
      priority,
      column: `${texts(isChat(column) ? 'chat' : 'asynchronous')} · ${t(`sla.${kindOf(column)}`)}`,
    });
  };
}
