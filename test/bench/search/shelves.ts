import type { ArticleContent, ArticleWords, Locale } from '../../../src/contract/index.js';
import { type DemoArticle, readDemoArticles } from '../../../src/help-center/demo/demo-articles.js';

/** What is cut out of the articles of the demo, in both languages alike. */
interface Cuttings {
  article: DemoArticle;
  /** The text above the first heading, then each section with its heading. */
  sections: Record<Locale, string[]>;
}

/**
 * So many bilingual articles, put together of the demo's: the words are those of the trade and as often as people write them,
 * but no two articles are alike. The same every time.
 */
export async function manyArticles(count: number): Promise<ArticleContent[]> {
  const demo = await readDemoArticles(process.cwd());
  const cuttings = demo.map((article): Cuttings => {
    const cut = (locale: Locale) => article.words[locale].bodyMarkdown.split(/\n(?=## )/);
    return { article, sections: { 'zh-CN': cut('zh-CN'), en: cut('en') } };
  });
  const random = lottery(1);
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, (_, n): ArticleContent => {
    const main = cuttings[n % cuttings.length] as Cuttings;
    const others = [one(cuttings), one(cuttings)];
    const shop = SHOPS[Math.floor(n / cuttings.length) % SHOPS.length] as Record<Locale, string>;
    const kept = random();
    const words = (locale: Locale): ArticleWords => {
      const { title, excerpt, keywords } = main.article.words[locale];
      const [head, ...rest] = main.sections[locale];
      const borrowed = others.map(({ sections }) => sections[locale].at(-1) ?? '');
      const other = others[0]?.article.words[locale];
      return {
        title: `${title}${locale === 'en' ? ' – ' : '：'}${shop[locale]} ${n + 1}`,
        excerpt: `${excerpt}`.slice(0, 300),
        keywords: [...keywords.filter((_, index) => (index + n) % 3 !== 0), ...(other?.keywords.slice(0, 2) ?? [])],
        bodyMarkdown: [head, ...rest.slice(0, Math.max(1, Math.round(rest.length * kept))), ...borrowed].join('\n\n'),
      };
    };
    return {
      slug: `${main.article.slug}-${n + 1}`,
      category: main.article.category,
      visibility: 'public',
      position: 1 + (n % 999),
      related: [],
      words: { 'zh-CN': words('zh-CN'), en: words('en') },
    };
  });
}

/** Lines of trade, which make titles differ. */
const SHOPS: Record<Locale, string>[] = [
  ['服饰鞋包', 'clothing and bags'],
  ['美妆护肤', 'beauty and skin care'],
  ['食品饮料', 'food and drinks'],
  ['母婴用品', 'mother and baby'],
  ['家居家纺', 'home textiles'],
  ['数码家电', 'electronics'],
  ['图书文具', 'books and stationery'],
  ['珠宝首饰', 'jewellery'],
  ['运动户外', 'sports and outdoors'],
  ['宠物用品', 'pet supplies'],
  ['生鲜水果', 'fresh fruit'],
  ['汽车配件', 'car parts'],
].map(([chinese = '', english = '']) => ({ 'zh-CN': chinese, en: english }));

/** Numbers from 0 to 1 that look like chance and are the same every time (mulberry32). */
export function lottery(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
