import { Meilisearch } from 'meilisearch';
import { ARTICLE_VISIBILITIES, type ArticleContent, type ArticleVisibility } from '../../src/contract/index.js';
import { ArticlePublisher } from '../../src/help-center/articles/article-publisher.service.js';
import { compareSearchIndexes, HelpCenter, openSearchKeeper } from '../../src/help-center/index.js';
import { ArticleIndex } from '../../src/help-center/search/article-index.service.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { startTestMeilisearch, type TestMeilisearch } from '../support/meilisearch.js';
import { describeWith } from '../support/tools.js';

const silent = { info: () => undefined };

describeWith('meilisearch', 'the indexes of the search engine', () => {
  let engine: TestMeilisearch;
  let client: Meilisearch;
  let desk: TestApp;
  beforeAll(async () => {
    engine = await startTestMeilisearch();
    // On a busy machine the engine takes its time.
    const defaultWaitOptions = { timeout: 60_000 };
    client = new Meilisearch({ host: engine.url, apiKey: engine.key, defaultWaitOptions });
    desk = await startTestApp({ env: { MEILI_URL: engine.url, MEILI_KEY: engine.key } });
    await desk.get(HelpCenter).seedArticles();
    await desk.settle();
    await desk.get(ArticleIndex).mendEngine();
  }, 90_000);
  afterAll(async () => {
    await desk.close();
    await engine.stop();
  });

  const check = async () => await compareSearchIndexes(engine, desk.database);
  const wrong = async () =>
    (await check()).map(({ missing, stale, foreign }) => [missing.length, stale.length, foreign.length]);
  const EQUAL = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ];
  /** What stands in each index, as its own readers might ask for it. */
  const holders = async (articleId: string) => {
    const found: Record<string, string[]> = {};
    for (const visibility of ARTICLE_VISIBILITIES) {
      const index = client.index(`porchlight_articles_${visibility}`);
      const { results } = await index.getDocuments({ filter: `articleId = "${articleId}"` });
      found[visibility] = results.map(({ id }) => String(id).slice(articleId.length + 1)).sort();
    }
    return found;
  };
  const content = (slug: string, visibility: ArticleVisibility): ArticleContent => ({
    slug,
    category: 'service',
    visibility,
    position: 500,
    related: [],
    words: {
      'zh-CN': { title: '独角兽孵化手册', excerpt: '怎样孵化', bodyMarkdown: '独角兽蛋要暖着', keywords: [] },
      en: { title: 'Hatching unicorns', excerpt: 'How', bodyMarkdown: 'Keep the eggs warm', keywords: [] },
    },
  });
  const publish = async (articleId: string, words: ArticleContent) => {
    await desk.database.transaction((tx) => desk.get(ArticlePublisher).publish(tx, articleId, words, { note: '' }));
    await desk.settle();
  };

  it('are equal to the database, one for each circle of readers', async () => {
    const looked = await check();
    expect(looked.map(({ index }) => index)).toEqual([
      'porchlight_articles_public',
      'porchlight_articles_customers',
      'porchlight_articles_staff',
    ]);
    expect(looked[0]?.expected).toBeGreaterThan(100);
    expect(await wrong()).toEqual(EQUAL);
  });

  it('hold what their readers may see and nothing else, wherever an article goes', async () => {
    const tx = desk.database;
    const articleId = await tx.transaction((t) => desk.get(ArticlePublisher).add(t, content('unicorns', 'staff')));
    await desk.settle();
    expect(await holders(articleId)).toEqual({ public: [], customers: [], staff: ['en', 'zh-CN'] });
    await publish(articleId, content('unicorns', 'customers'));
    expect(await holders(articleId)).toEqual({ public: [], customers: ['en', 'zh-CN'], staff: [] });
    const { words, ...rest } = content('unicorns', 'public');
    await publish(articleId, { ...rest, words: { en: words.en } as ArticleContent['words'] });
    expect(await holders(articleId)).toEqual({ public: ['en'], customers: [], staff: [] });
    await desk.database.transaction((t) => desk.get(ArticlePublisher).withdraw(t, articleId, 'archived'));
    await desk.settle();
    expect(await holders(articleId)).toEqual({ public: [], customers: [], staff: [] });
    expect(await wrong()).toEqual(EQUAL);
  });

  it('are never in two circles at once while an article goes from one to another', async () => {
    const articleId = await desk.database.transaction((t) =>
      desk.get(ArticlePublisher).add(t, content('eggs', 'public')),
    );
    await desk.settle();
    let watching = true;
    let seen = 0;
    const watch = (async () => {
      while (watching) {
        const found = await holders(articleId);
        expect(Object.values(found).filter((languages) => languages.length > 0).length).toBeLessThanOrEqual(1);
        seen += 1;
      }
    })();
    for (const visibility of ['staff', 'public', 'customers', 'staff'] as const) {
      await publish(articleId, content('eggs', visibility));
      expect((await holders(articleId))[visibility]).toHaveLength(2);
    }
    watching = false;
    await watch;
    expect(seen).toBeGreaterThan(4);
    await desk.database.transaction((t) => desk.get(ArticlePublisher).withdraw(t, articleId, 'archived'));
    await desk.settle();
  });

  it('say what differs, row by row, and are mended', async () => {
    const index = client.index('porchlight_articles_public');
    const { results } = await index.getDocuments({ limit: 3, fields: ['id'] });
    const [lost, old] = results.map(({ id }) => String(id));
    await index.deleteDocument(lost as string).waitTask();
    await index.updateDocuments([{ id: old, stamp: 'another' }]).waitTask();
    await index.addDocuments([{ id: 'gone_en', articleId: 'gone', title: 'a secret' }]).waitTask();
    const [looked] = await check();
    expect(looked).toMatchObject({ missing: [lost], stale: [old], foreign: ['gone_en'] });
    expect(await openSearchKeeper(engine, desk.database, silent).mend()).toBe(3);
    expect(await wrong()).toEqual(EQUAL);
  });

  it('are filled anew without a search that fails or differs', async () => {
    const keeper = openSearchKeeper(engine, desk.database, silent);
    const questions = ['提现失败', 'tixian', 'withdrawl failed', '没到账', '封号申诉'];
    const ask = async (q: string) => (await desk.http.get('/api/help/search').query({ q, limit: 10 }).expect(200)).body;
    const before = await Promise.all(questions.map(ask));
    let working = true;
    let asked = 0;
    const load = Promise.all(
      questions.map(async (q, index) => {
        while (working) {
          expect(await ask(q)).toEqual(before[index]);
          const { hits } = await client.index('porchlight_articles_public').search('', { limit: 1 });
          expect(hits).toHaveLength(1);
          asked += 1;
        }
      }),
    );
    const rows = [await keeper.rebuild(), await keeper.rebuild()];
    working = false;
    await load;
    expect(rows[0]).toBeGreaterThan(100);
    expect(rows[1]).toBe(rows[0]);
    expect(asked).toBeGreaterThan(10);
    const { indexes } = await client.getStats();
    expect(Object.keys(indexes).sort()).toEqual(ARTICLE_VISIBILITIES.map((v) => `porchlight_articles_${v}`).sort());
    expect(await wrong()).toEqual(EQUAL);
  });

  it('are changed by one process at a time, and miss nothing that changes meanwhile', async () => {
    const [one, other] = [1, 2].map(() => openSearchKeeper(engine, desk.database, silent));
    const articleId = await desk.database.transaction((t) =>
      desk.get(ArticlePublisher).add(t, content('phoenix', 'public')),
    );
    const turns = [one?.rebuild(), other?.rebuild(), desk.settle()];
    const rows = (await Promise.all(turns)).slice(0, 2);
    expect(rows.filter((made) => made === undefined)).toHaveLength(1);
    expect((await holders(articleId)).public).toHaveLength(2);
    expect(await wrong()).toEqual(EQUAL);
  });

  it('are noticed when they are wiped, and filled again by whoever looks after them', async () => {
    for (const visibility of ARTICLE_VISIBILITIES)
      await client.deleteIndex(`porchlight_articles_${visibility}`).waitTask();
    const { body } = await desk.http.get('/api/help/search').query({ q: '提现失败' }).expect(200);
    expect(body.items[0].url).toBe('/help/zh-CN/articles/withdrawal-failed');
    await eventually(async () => {
      await desk.settle();
      expect(await wrong()).toEqual(EQUAL);
    });
    await eventually(async () => {
      expect((await desk.http.get('/readyz')).body.checks.search).toBe('ok');
    });
  }, 60_000);
});
