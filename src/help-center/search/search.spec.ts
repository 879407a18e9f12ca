import { eventually } from '../../../test/support/eventually.js';
import { startTestMeilisearch, type TestMeilisearch } from '../../../test/support/meilisearch.js';
import { describeWith } from '../../../test/support/tools.js';
import { createMeilisearch } from '../../platform/search/index.js';
import { type ArticleDocument, type ArticleSearch, SURE } from './article-search.js';
import { BuiltInSearch } from './built-in.search.js';
import { FallbackSearch } from './fallback.search.js';
import { MeilisearchSearch } from './meilisearch.search.js';
import { QUESTIONS } from './questions/index.js';
import { demoDocuments, RELEVANCE_CASES, UNSURE_QUERIES } from './relevance.cases.js';

let documents: ArticleDocument[];
let builtIn: BuiltInSearch;

beforeAll(async () => {
  documents = await demoDocuments();
  builtIn = new BuiltInSearch();
  await builtIn.index(documents);
});

function answersWell(get: () => ArticleSearch): void {
  it.each(RELEVANCE_CASES)('$query → $slug', async ({ query, locale, slug, within, sure }) => {
    const hits = await get().search(query, { locale, limit: 5 });
    expect(hits.slice(0, within).map((hit) => hit.slug)).toContain(slug);
    expect(hits.every((hit) => hit.locale === locale && hit.score >= 0 && hit.score <= 1)).toBe(true);
    if (sure) expect(hits[0]?.score).toBeGreaterThanOrEqual(SURE);
  });

  it.each([...new Set(QUESTIONS.map(({ slug }) => slug))])('finds %s however it is asked for', async (slug) => {
    for (const { query, locale } of QUESTIONS.filter((question) => question.slug === slug)) {
      const hits = await get().search(query, { locale, limit: 3 });
      expect({ query, found: hits.map((hit) => hit.slug) }).toEqual({ query, found: expect.arrayContaining([slug]) });
    }
  });

  it.each(UNSURE_QUERIES)('is not sure about $query', async ({ query, locale }) => {
    const [first] = await get().search(query, { locale, limit: 5 });
    expect(first?.score ?? 0).toBeLessThan(SURE);
  });

  it('keeps to a category and to the limit', async () => {
    const hits = await get().search('申诉', { locale: 'zh-CN', category: 'content', limit: 1 });
    expect(hits.map((hit) => hit.slug)).toEqual(['appeal-judgement']);
  });

  it('forgets what is removed, and learns what is indexed again', async () => {
    const search = get();
    const article = documents.filter((document) => document.slug === 'live-stutter');
    const ask = async () => (await search.search('直播卡顿', { locale: 'zh-CN', limit: 5 })).map((hit) => hit.slug);
    await search.remove(['live-stutter']);
    expect(await ask()).not.toContain('live-stutter');
    await builtIn.index(article);
    if (search !== builtIn) await search.index(article);
    expect(await ask()).toContain('live-stutter');
  });
}

describe('the built-in search', () => answersWell(() => builtIn));

const options = { locale: 'zh-CN', limit: 5 } as const;
const silent = { warn: () => undefined, info: () => undefined };

describe('without an engine', () => {
  it('answers from the built-in index', async () => {
    const nobody = createMeilisearch({ url: 'http://127.0.0.1:9' });
    const search = new FallbackSearch(builtIn, new MeilisearchSearch(nobody, 'articles', builtIn.confidence), silent);
    await search.start();
    expect(search.isServing).toBe(false);
    expect((await search.search('提现失败', options))[0]?.slug).toBe('withdrawal-failed');
    await search.stop();
  });
});

describeWith('meilisearch', 'Meilisearch', () => {
  let server: TestMeilisearch;
  let engine: MeilisearchSearch;
  beforeAll(async () => {
    server = await startTestMeilisearch();
    engine = new MeilisearchSearch(createMeilisearch(server), 'articles', builtIn.confidence);
    await engine.replaceAll(documents);
  }, 60_000);
  afterAll(() => server.stop());

  answersWell(() => engine);

  it('is replaced within 2 s when it dies, and what changes meanwhile is seen', async () => {
    const mortal = await startTestMeilisearch();
    const own = new BuiltInSearch();
    await own.index(documents);
    const mortalEngine = new MeilisearchSearch(createMeilisearch(mortal), 'articles', own.confidence);
    const search = new FallbackSearch(own, mortalEngine, silent);
    await search.start();
    expect(search.isServing).toBe(true);
    await mortal.stop();
    const asked = performance.now();
    expect((await search.search('提现失败', options))[0]?.slug).toBe('withdrawal-failed');
    expect(performance.now() - asked).toBeLessThan(2_000);
    expect(search.isServing).toBe(false);
    await search.remove(['withdrawal-failed']);
    expect((await search.search('提现失败', options)).map((hit) => hit.slug)).not.toContain('withdrawal-failed');
    await search.stop();
  }, 60_000);

  it('is asked again when it has recovered, and knows all that it missed', async () => {
    let reachable = false;
    const client = createMeilisearch(server);
    const health = client.health.bind(client);
    client.health = () => (reachable ? health() : Promise.reject(new Error('away')));
    const own = new BuiltInSearch();
    await own.index(documents.filter((document) => document.slug !== 'fees'));
    const search = new FallbackSearch(own, new MeilisearchSearch(client, 'recovered', own.confidence), silent, 50);
    await search.start();
    await search.index(documents.filter((document) => document.slug === 'fees'));
    reachable = true;
    await eventually(() => expect(search.isServing).toBe(true));
    expect((await search.search('手续费费率', options))[0]?.slug).toBe('fees');
    await search.stop();
  }, 30_000);
});
