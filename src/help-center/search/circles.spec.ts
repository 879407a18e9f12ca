import type { ArticleVisibility } from '../../contract/index.js';
import type { ArticleDocument } from './article-search.js';
import { BuiltInSearch } from './built-in.search.js';
import { demoDocuments } from './relevance.cases.js';

const secret = (visibility: ArticleVisibility): ArticleDocument => ({
  articleId: 'secret',
  locale: 'zh-CN',
  slug: 'secret',
  category: 'service',
  visibility,
  title: '长庚计划 Payoust Moonbeam refumd',
  excerpt: '',
  keywords: ['雪豹行动', 'withdrawel'],
  body: '内部 wangxiaoming 说 frozem 的钱 提现',
});

/** Ways of asking by which a word that only the secret has might show. */
const QUESTIONS = [
  'changgengjihua',
  'cgjh',
  'xbxd',
  'xuebaoxingdong',
  'moonbeam',
  'moonbean',
  'refumd',
  'refumd status',
  'withdrawel',
  'payoust',
  'frozem',
  'froze',
  'refum',
  '提现 wangxiaoming',
  '长庚',
  '提现 长庚',
  'tixian moonbeam',
];

describe('words that stand only in what one may not read', () => {
  let builtIn: BuiltInSearch;
  beforeAll(async () => {
    builtIn = new BuiltInSearch();
    await builtIn.index(await demoDocuments());
  });

  const asked = async (audience: 'anyone' | 'customer' | 'staff') =>
    Promise.all(
      QUESTIONS.map(async (query) => [query, await builtIn.search(query, { locale: 'zh-CN', limit: 20, audience })]),
    );

  it.each([
    ['staff', 'anyone'],
    ['staff', 'customer'],
    ['customers', 'anyone'],
  ] as const)('of an article for %s change no answer for %s', async (visibility, audience) => {
    const before = await asked(audience);
    await builtIn.index([secret(visibility)]);
    expect(await asked(audience)).toEqual(before);
    await builtIn.replace(['secret'], []);
    expect(await asked(audience)).toEqual(before);
  });

  it('are understood for those who may', async () => {
    await builtIn.index([secret('staff')]);
    for (const query of ['changgengjihua', 'moonbean']) {
      const { hits } = await builtIn.search(query, { locale: 'zh-CN', limit: 3, audience: 'staff' });
      expect({ query, found: hits[0]?.slug }).toEqual({ query, found: 'secret' });
    }
    await builtIn.replace(['secret'], []);
  });
});
