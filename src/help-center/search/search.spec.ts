import { startTestMeilisearch, type TestMeilisearch } from '../../../test/support/meilisearch.js';
import { describeWith } from '../../../test/support/tools.js';
import type { ArticleAudience } from '../../contract/index.js';
import { createMeilisearch } from '../../platform/search/index.js';
import { type ArticleDocument, type ArticleSearch, SURE } from './article-search.js';
import { BuiltInSearch } from './built-in.search.js';
import { EngineIndexes } from './engine/engine-indexes.js';
import { FallbackSearch } from './engine/fallback.search.js';
import { MeilisearchSearch } from './engine/meilisearch.search.js';
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
    const { hits } = await get().search(query, { locale, limit: 5, audience: 'anyone' });
    expect(hits.slice(0, within).map((hit) => hit.slug)).toContain(slug);
    expect(hits.every((hit) => hit.locale === locale && hit.score >= 0 && hit.score <= 1)).toBe(true);
    if (sure) expect(hits[0]?.score).toBeGreaterThanOrEqual(SURE);
  });

  it.each([...new Set(QUESTIONS.map(({ slug }) => slug))])('finds %s however it is asked for', async (slug) => {
    for (const { query, locale } of QUESTIONS.filter((question) => question.slug === slug)) {
      const { hits } = await get().search(query, { locale, limit: 3, audience: 'anyone' });
      expect({ query, found: hits.map((hit) => hit.slug) }).toEqual({ query, found: expect.arrayContaining([slug]) });
    }
  });

  it.each(UNSURE_QUERIES)('is not sure about $query', async ({ query, locale }) => {
    const { hits } = await get().search(query, { locale, limit: 5, audience: 'anyone' });
    expect(hits[0]?.score ?? 0).toBeLessThan(SURE);
  });

  it('keeps to a category and to the limit', async () => {
    const { hits } = await get().search('申诉', { locale: 'zh-CN', category: 'content', limit: 1, audience: 'anyone' });
    expect(hits.map((hit) => hit.slug)).toEqual(['appeal-judgement']);
  });

  it('forgets what is removed, and learns what is indexed again', async () => {
    const article = documents.filter((document) => document.slug === 'live-stutter');
    const ask = async () => (await get().search('直播卡顿', options)).hits.map((hit) => hit.slug);
    await builtIn.replace(['live-stutter'], []);
    expect(await ask()).not.toContain('live-stutter');
    await builtIn.index(article);
    expect(await ask()).toContain('live-stutter');
  });

  it('shows nobody what they may not read, nor counts it', async () => {
    const [article] = documents.filter((document) => document.slug === 'live-stutter' && document.locale === 'zh-CN');
    if (!article) throw new Error('there is no such article');
    const found = async (audience: ArticleAudience) => {
      const { hits, facets } = await get().search('直播卡顿', { ...options, audience, limit: 20 });
      return { seen: hits.some(({ slug }) => slug === 'live-stutter'), counted: facets.category.feature };
    };
    const before = await found('anyone');
    for (const [visibility, customerSees] of [
      ['customers', true],
      ['staff', false],
    ] as const) {
      await builtIn.replace(['live-stutter'], [{ ...article, visibility }]);
      expect(await found('anyone')).toEqual({ seen: false, counted: before.counted - 1 });
      expect((await found('customer')).seen).toBe(customerSees);
      expect((await found('staff')).seen).toBe(true);
    }
    await builtIn.index(documents.filter((document) => document.slug === 'live-stutter'));
    expect(await found('anyone')).toEqual(before);
  });

  it('finds nothing by a key that was held down', async () => {
    for (const query of ['zzzqqq', 'qqqqqq', 'hhh']) expect((await get().search(query, options)).hits).toEqual([]);
  });

  it('finds by what is typed so far', async () => {
    for (const [query, slug] of [
      ['withdr', 'withdrawal-failed'],
      ['invoi', 'invoices'],
      ['发', 'invoices'],
    ] as const) {
      const { hits } = await get().search(query, { ...options, limit: 20 });
      expect({ query, found: hits.map((hit) => hit.slug) }).toEqual({ query, found: expect.arrayContaining([slug]) });
      expect(hits[0]?.score).toBeLessThan(SURE);
    }
  });
}

const options = { locale: 'zh-CN', limit: 5, audience: 'anyone' } as const;
const silent = { warn: () => undefined, info: () => undefined };

describe('the built-in search', () => answersWell(() => builtIn));

/** A client of its own and the indexes it asks, filled with these texts. */
async function engineOn(server: TestMeilisearch, own: BuiltInSearch, texts: readonly ArticleDocument[]) {
  const indexes = new EngineIndexes(createMeilisearch(server, 30_000));
  const successors = await indexes.beginAnew();
  await successors.add(texts.map((document) => ({ document, stamp: '1' })));
  await successors.takeOver();
  return { search: new MeilisearchSearch(server, own.library), indexes: new EngineIndexes(createMeilisearch(server)) };
}

describe('without an engine', () => {
  it('answers from the built-in index', async () => {
    const nobody = { url: 'http://127.0.0.1:9' };
    const engine = {
      search: new MeilisearchSearch(nobody, builtIn.library),
      indexes: new EngineIndexes(createMeilisearch(nobody)),
    };
    const search = new FallbackSearch(builtIn, engine, silent, async () => undefined);
    await search.start();
    expect(search.isServing).toBe(false);
    expect((await search.search('提现失败', options)).hits[0]?.slug).toBe('withdrawal-failed');
    await search.stop();
  });
});

describeWith('meilisearch', 'an engine that has just been started', () => {
  it('is no news while it is filled', async () => {
    const empty = await startTestMeilisearch();
    const told: string[] = [];
    const logger = { warn: (_: unknown, words?: string) => void told.push(words ?? ''), info: () => undefined };
    const engine = {
      search: new MeilisearchSearch(empty, builtIn.library),
      indexes: new EngineIndexes(createMeilisearch(empty)),
    };
    const search = new FallbackSearch(builtIn, engine, logger, async () => undefined);
    await search.start();
    expect({ serving: search.isServing, told }).toEqual({ serving: false, told: [] });
    await search.stop();
    await empty.stop();
  }, 60_000);
});

describeWith('meilisearch', 'Meilisearch', () => {
  let server: TestMeilisearch;
  let engine: Awaited<ReturnType<typeof engineOn>>;
  beforeAll(async () => {
    server = await startTestMeilisearch();
    engine = await engineOn(server, builtIn, documents);
  }, 60_000);
  afterAll(async () => {
    await engine.search.close();
    await server.stop();
  });

  answersWell(() => engine.search);

  it('is replaced within 2 s when it dies', async () => {
    const mortal = await startTestMeilisearch();
    const search = new FallbackSearch(
      builtIn,
      await engineOn(mortal, builtIn, documents),
      silent,
      async () => undefined,
    );
    await search.start();
    expect(search.isServing).toBe(true);
    await mortal.stop();
    const asked = performance.now();
    expect((await search.search('提现失败', options)).hits[0]?.slug).toBe('withdrawal-failed');
    expect(performance.now() - asked).toBeLessThan(2_000);
    expect(search.isServing).toBe(false);
    await search.stop();
  }, 60_000);
});
