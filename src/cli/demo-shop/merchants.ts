import type { Locale, ShopTier } from '../../contract/index.js';
import { DEMO_MERCHANTS } from '../demo-content/index.js';

/** Somebody who can be signed in at the demo shop's back end. */
export interface Merchant {
  key: string;
  /** The host site's own id of the person. */
  id: string;
  name: string;
  locale: Locale;
  email: string;
  phone: string;
  shop: { id: string; name: string; tier: ShopTier; industry: string; accountManager?: string };
  since: string;
  deposit: string;
  score: string;
  bankAccount: string;
  products: readonly { name: string; yuan: number }[];
  liveTitle: string;
}

export const MERCHANTS: readonly Merchant[] = [
  {
    key: 'lin',
    id: 'merchant-8842',
    name: '林晓雯',
    locale: 'zh-CN',
    email: 'xiaowen@linji-tea.example',
    phone: '13800135678',
    shop: { id: 'shop-1024', name: '林记茶铺', tier: 'premium', industry: '茶饮', accountManager: '周敏' },
    since: '2023-04-18',
    deposit: '¥20,000',
    score: '4.92',
    bankAccount: '招商银行 尾号 6621',
    products: [
      { name: '明前龙井 250g 礼盒', yuan: 468 },
      { name: '武夷大红袍 125g', yuan: 239 },
      { name: '茉莉银针 罐装', yuan: 128 },
      { name: '陈皮白茶饼 300g', yuan: 198 },
      { name: '旅行茶具三件套', yuan: 159 },
    ],
    liveTitle: '新茶上市 · 老板娘在线讲茶',
  },
  {
    key: 'man',
    id: 'merchant-9310',
    name: '何小满',
    locale: 'zh-CN',
    email: 'hi@xiaoman.example',
    phone: '13900247788',
    shop: { id: 'shop-2077', name: '小满手作', tier: 'standard', industry: '手工饰品' },
    since: '2025-09-02',
    deposit: '¥2,000',
    score: '4.71',
    bankAccount: '建设银行 尾号 0917',
    products: [
      { name: '珐琅山茶花耳钉', yuan: 89 },
      { name: '原创编绳手链', yuan: 46 },
      { name: '羊毛毡胸针材料包', yuan: 39 },
      { name: '淡水珍珠发簪', yuan: 118 },
    ],
    liveTitle: '晚八点 · 一起编一条手链',
  },
  {
    key: 'mia',
    id: 'creator-5150',
    name: 'Mia Torres',
    locale: 'en',
    email: 'mia@miabakes.example',
    phone: '+14155550142',
    shop: { id: 'shop-3301', name: 'Mia Bakes', tier: 'standard', industry: 'Food & baking' },
    since: '2025-02-11',
    deposit: '¥5,000',
    score: '4.85',
    bankAccount: 'HSBC ending 3345',
    products: [
      { name: 'Sourdough starter kit', yuan: 129 },
      { name: 'Dark chocolate cookie box', yuan: 88 },
      { name: 'Cast-iron loaf pan', yuan: 219 },
      { name: 'Vanilla sugar, 3 jars', yuan: 66 },
    ],
    liveTitle: 'Bake with Mia: weekend sourdough',
  },
];

/** The three of the page, and everybody else who has a case at the demo's desk, by their id. */
export function merchantByKey(key: string | undefined): Merchant | undefined {
  return MERCHANTS.find((merchant) => merchant.key === key) ?? colleagueById(key);
}

export function merchantById(id: string): Merchant | undefined {
  return MERCHANTS.find((merchant) => merchant.id === id) ?? colleagueById(id);
}

const WARES: Record<Locale, readonly { name: string; yuan: number }[]> = {
  'zh-CN': [
    { name: '直播间专享礼盒', yuan: 198 },
    { name: '店铺招牌款', yuan: 89 },
    { name: '新品尝鲜装', yuan: 39 },
    { name: '老客回购套装', yuan: 268 },
  ],
  en: [
    { name: 'Livestream gift box', yuan: 198 },
    { name: 'Signature item', yuan: 89 },
    { name: 'Sampler', yuan: 39 },
    { name: 'Loyalty bundle', yuan: 268 },
  ],
};

function colleagueById(id: string | undefined): Merchant | undefined {
  const known = DEMO_MERCHANTS.find((merchant) => merchant.id === id);
  if (!known) return undefined;
  const { locale, shop } = known;
  const number = Number(known.id.slice(-3));
  return {
    ...known,
    key: known.id,
    since: `2024-0${1 + (number % 9)}-1${number % 10}`,
    deposit: shop.tier === 'premium' ? '¥20,000' : '¥2,000',
    score: (4.6 + (number % 39) / 100).toFixed(2),
    bankAccount: locale === 'en' ? `HSBC ending ${3_000 + number}` : `招商银行 尾号 ${3_000 + number}`,
    products: WARES[locale],
    liveTitle: locale === 'en' ? `${shop.name} live` : `${shop.name} · 今晚直播`,
  };
}
