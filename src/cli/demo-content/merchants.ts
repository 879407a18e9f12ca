import type { Locale, ShopTier } from '../../contract/index.js';
import { CUSTOMERS } from './people/customers.data.js';
import { SHOPS } from './people/shops.data.js';

/** Somebody whom the demo's host site knows, with what it signs of them. */
export interface DemoMerchant {
  /** The host site's own id. */
  id: string;
  name: string;
  locale: Locale;
  email: string;
  phone: string;
  shop: { id: string; name: string; tier: ShopTier; industry: string; accountManager?: string };
}

/** 客户经理, each with a part of the premium shops. */
const ACCOUNT_MANAGERS = ['周敏', '许诺', '顾言', '秦岚'];

export const DEMO_SHOPS: readonly DemoMerchant['shop'][] = SHOPS.map(({ name, tier, industry }, position) => {
  const accountManager = ACCOUNT_MANAGERS[position % ACCOUNT_MANAGERS.length];
  return { id: `shop-${4_001 + position}`, name, tier, industry, ...(tier === 'premium' && { accountManager }) };
});

/** Each shop has its owner; who comes later is a colleague of those who came first. */
export const DEMO_MERCHANTS: readonly DemoMerchant[] = CUSTOMERS.map(({ name, locale }, position) => {
  const own = DEMO_SHOPS.filter((_, index) => SHOPS[index]?.locale === locale);
  const rank = CUSTOMERS.slice(0, position).filter((other) => other.locale === locale).length;
  const number = 20_001 + position;
  return {
    id: `merchant-${number}`,
    name,
    locale,
    email: `merchant${number}@glimmer-shops.example`,
    phone: phoneOf(locale, position),
    shop: own[rank % own.length] as DemoMerchant['shop'],
  };
});

/** Spread over the digits, as if by chance; the prime keeps any two apart. */
function phoneOf(locale: Locale, position: number): string {
  const digits = String((position * 7_919 + 1_234) % 10_000).padStart(4, '0');
  return locale === 'en' ? `+1415555${digits}` : `138${String(1_000 + position)}${digits}`;
}
