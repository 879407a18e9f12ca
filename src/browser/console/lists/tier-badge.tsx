import type { ShopTier } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';

/** Marks a premium shop; the others go without. */
export function TierBadge({ tier }: { tier?: ShopTier }) {
  const { t } = useLanguage();
  return tier === 'premium' ? <span className="badge badge-premium">{t('tier.premium')}</span> : null;
}
