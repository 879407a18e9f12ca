import { Meilisearch } from 'meilisearch';
import { Pool } from 'pg';
import { compareSearchIndexes } from '../../src/help-center/index.js';
import { EngineIndexes } from '../../src/help-center/search/engine/engine-indexes.js';
import { Keeper } from '../../src/help-center/search/engine/keeper.js';
import {
  batchesOf,
  documentsOf,
  type Source,
  type StampedDocument,
  standing,
} from '../../src/help-center/search/published.js';
import { isHan } from '../../src/platform/search/index.js';
import { startTestMeilisearch } from '../support/meilisearch.js';
import { breathe, startEngine, withClient } from './harness/engine.js';
import { startHelper } from './harness/helper-process.js';
import { describeMachine } from './harness/machine.js';
import { median, medianOf, percentiles } from './harness/numbers.js';
import type { Flag } from './harness/options.js';
import { figure } from './harness/print.js';
import { PROFILE, startProduct } from './harness/product.js';
import type { Row, Table } from './harness/result.js';
import { cpuPerUnit, type Usage, type Watched, watch } from './harness/usage.js';
import { JUDGED } from './judged/questions.js';
import { TUNED } from './judged/tuned.js';
import type { BarePages } from './limit/page-render.js';
import type { GetReport, GetRound, Wish } from './load/get.js';
import type { Bench } from './main.js';
import { fillRaw, idsAlone, RAW_PATH, sameAnswer } from './search/raw.js';
import { manyArticles } from './search/shelves.js';
import { seedArticles } from './seed/articles.js';

const FLAGS: Flag[] = [
  { name: 'articles', about: 'each in both languages', default: 10_000, minimum: 100, maximum: 100_000 },
  { name: 'connections', about: 'that ask without a pause', default: 8, minimum: 1, maximum: 200 },
  { name: 'rounds', about: 'of each program', default: 3, minimum: 1, maximum: 50 },
  { name: 'seconds', about: 'of each round', default: 3, minimum: 1, maximum: 60 },
  PROFILE,
];
const PAGES = 500;

interface Target extends Watched {
  round: Omit<GetRound, 'connections' | 'seconds'>;
}

export const search: Bench = {
  about: 'the help centre: searches, indexing and article pages',
  flags: FLAGS,
  run: async (options, say) => {
    const { articles: count = 10_000 } = options;
    const database = await startEngine();
    const meilisearch = await startTestMeilisearch();
    const closing: (() => Promise<void>)[] = [meilisearch.stop, database.stop];
    const pool = new Pool({ connectionString: database.productUrl, max: 2 });
    closing.unshift(() => pool.end());
    try {
      const articles = await manyArticles(count);
      await withClient(database.superuserUrl, (client) => seedArticles(client, articles));
      say(`${count} articles are there`);
      const source: Source = {
        query: async <R extends object>(text: string, values?: unknown[]) => (await pool.query<R>(text, values)).rows,
      };
      const client = new Meilisearch({ host: meilisearch.url, apiKey: meilisearch.key, timeout: 60_000 });
      const indexing = await measureIndexing(client, source, say);
      const trusting = { TRUSTED_PROXIES: '127.0.0.1', NODE_ENV: 'production', PUBLIC_URL: 'http://127.0.0.1' };
      const env = { ...trusting, MEILI_URL: meilisearch.url, MEILI_KEY: meilisearch.key };
      const began = performance.now();
      const withEngine = await startProduct(database.productUrl, { env, profile: options.profile === 1 });
      closing.unshift(withEngine.stop);
      const ready = performance.now() - began;
      const slowest = await untilServing(withEngine.url);
      const whole = performance.now() - began;
      const alone = await startProduct(database.productUrl, { env: trusting });
      closing.unshift(alone.stop);
      await untilServing(alone.url);
      const compared = await compareSearchIndexes(meilisearch, source);
      if (compared.some(({ missing, stale, foreign }) => missing.length + stale.length + foreign.length > 0))
        throw new Error('the index is not equal to the database');
      const load = startHelper('load/get.js');
      closing.unshift(load.stop);
      const play = async (targets: Target[]) => await measure(targets, load, options, say);

      const questions = questionsOf(`${JUDGED}\n${TUNED}`);
      const ours: Wish[] = questions.map((q) => ({
        path: `/api/help/search?${new URLSearchParams({ q, locale: isHan(q) ? 'zh-CN' : 'en', limit: '5' })}`,
      }));
      const key = { authorization: `Bearer ${meilisearch.key}` };
      const asked = (parameters: (q: string) => object): Wish[] =>
        questions.map((q) => ({ path: RAW_PATH, body: JSON.stringify(parameters(q)) }));
      const rows = await play([
        { name: 'Porchlight', pid: withEngine.pid, round: { url: withEngine.url, wishes: ours, contains: '"items"' } },
        {
          name: 'Porchlight, built-in search',
          pid: alone.pid,
          round: { url: alone.url, wishes: ours, contains: '"items"' },
        },
        {
          name: 'Meilisearch, the same answer',
          pid: 0,
          round: { url: meilisearch.url, headers: key, wishes: asked(sameAnswer), contains: '"hits"' },
        },
        {
          name: 'Meilisearch, ids alone',
          pid: 0,
          round: { url: meilisearch.url, headers: key, wishes: asked(idsAlone), contains: '"hits"' },
        },
      ]);
      const [first, builtIn, same] = rows;
      const searches: Table = {
        title: `Searches among ${count.toLocaleString('en')} bilingual articles, ${options.connections} connections`,
        unit: 'answers/s',
        rows,
        checks: [
          {
            what: 'Porchlight ÷ Meilisearch with the same answer',
            value: (first?.value ?? 0) / (same?.value ?? 1),
            unit: '×',
            target: { atLeast: 0.75 },
          },
          {
            what: 'built-in search, p95',
            value: builtIn?.latencies.answer?.p95 ?? Number.NaN,
            unit: 'ms',
            target: { atMost: 20 },
          },
        ],
        notes: [
          'The same answer: title and passage with marks, counts by category and language. Porchlight also reads pinyin and typing errors, and ranks.',
          `Start with ${count} articles: ready after ${figure(ready)} ms, all articles read and the engine serving after ${figure(whole)} ms; meanwhile the slowest answer of /healthz took ${figure(slowest)} ms.`,
        ],
      };
      const pages = await pagesTable(
        withEngine.url,
        withEngine.pid,
        articles.slice(0, PAGES).map(({ slug }) => slug),
        play,
        closing,
      );
      return { tables: [searches, indexing, pages], machine: await describeMachine(database.productUrl) };
    } finally {
      for (const close of closing) await close();
    }
  },
};

async function measureIndexing(client: Meilisearch, source: Source, say: (line: string) => void): Promise<Table> {
  const texts: StampedDocument[] = [];
  for (const batch of batchesOf([...(await standing(source)).keys()], 100))
    texts.push(...(await documentsOf(source, batch)));
  const timed = async (name: string, work: () => Promise<unknown>): Promise<Row> => {
    const began = performance.now();
    await work();
    const value = texts.length / ((performance.now() - began) / 1_000);
    say(`  ${name}: ${figure(value)} texts/s`);
    return { name, value, rounds: [value], latencies: {}, usage: {}, facts: {} };
  };
  const raw = await timed('Meilisearch, addDocuments', () => fillRaw(client, texts));
  const keeper = new Keeper(source, new EngineIndexes(client), { info: () => undefined });
  const ours = await timed('Porchlight, all anew and swapped', () => keeper.fillAnew());
  return {
    title: `Indexing ${texts.length.toLocaleString('en')} texts`,
    unit: 'texts/s',
    rows: [ours, raw],
    checks: [{ what: 'Porchlight ÷ addDocuments', value: ours.value / raw.value, unit: '×', target: { atLeast: 0.5 } }],
    notes: ['Ours reads the database, makes plain text of Markdown, and searches go on meanwhile.'],
  };
}

/** Resolves when the search of this desk is whole. @returns the slowest answer meanwhile, milliseconds */
async function untilServing(url: string): Promise<number> {
  for (let slowest = 0; ; ) {
    const asked = performance.now();
    await (await fetch(`${url}/healthz`)).text();
    slowest = Math.max(slowest, performance.now() - asked);
    const { checks } = (await (await fetch(`${url}/readyz`)).json()) as { checks: { search: string } };
    if (checks.search === 'ok') return slowest;
    await breathe();
  }
}

async function pagesTable(
  url: string,
  pid: number,
  slugs: readonly string[],
  play: (targets: Target[]) => Promise<Row[]>,
  closing: (() => Promise<void>)[],
): Promise<Table> {
  const paths = slugs.map((slug) => `/help/zh-CN/articles/${slug}`);
  const pages = await Promise.all(
    paths.map(async (path) => {
      const html = await (await fetch(url + path)).text();
      const title = /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '';
      const body = /<article[^>]*>(.*?)<\/article>/s.exec(html)?.[1] ?? '';
      return { path, html, title, body };
    }),
  );
  const [sample] = pages;
  const template = (sample?.html ?? '')
    .replace(sample?.body ?? '', () => '{{{body}}}')
    .replaceAll(sample?.title ?? '', () => '{{title}}');
  const bare = startHelper('limit/page-render.js');
  closing.unshift(bare.stop);
  const given: BarePages = { template, pages: pages.map(({ path, title, body }) => ({ path, title, body })) };
  const wishes = paths.map((path): Wish => ({ path }));
  const rows = await play([
    { name: 'Porchlight', pid, round: { url, wishes, contains: '</html>' } },
    {
      name: 'node:http and handlebars',
      pid: bare.pid,
      round: { url: await bare.ask<string>('listen', given), wishes, contains: '</html>' },
    },
  ]);
  return {
    title: 'Article pages',
    unit: 'pages/s',
    rows,
    checks: [
      {
        what: 'Porchlight ÷ bare render',
        value: (rows[0]?.value ?? 0) / (rows[1]?.value ?? 1),
        unit: '×',
        target: { atLeast: 0.5 },
      },
    ],
    notes: [`${slugs.length} different pages; the bare one fills title and body into the same page, all from memory.`],
  };
}

async function measure(
  targets: readonly Target[],
  load: ReturnType<typeof startHelper>,
  { connections = 8, rounds = 3, seconds = 3 }: Record<string, number | undefined>,
  say: (line: string) => void,
): Promise<Row[]> {
  const played = targets.map(() => [] as { report: GetReport; usage: Record<string, Usage> }[]);
  for (let round = 0; round <= rounds; round += 1)
    for (const [index, { name, pid, round: asked }] of targets.entries()) {
      await breathe();
      const stop = watch([...(pid ? [{ name: 'server', pid }] : []), { name: 'load', pid: load.pid }]);
      const order: GetRound = { ...asked, connections, seconds: round ? seconds : 1 };
      const report = await load.ask<GetReport>('play', order);
      if (round === 0) continue;
      played[index]?.push({ report, usage: stop() });
      say(`  round ${round}, ${name}: ${figure(report.answered / report.seconds)}/s`);
    }
  return targets.map(({ name }, index): Row => {
    const reports = (played[index] ?? []).map(({ report }) => report);
    const refused = reports.filter((report) => Object.keys(report.refused).length > 0);
    return {
      name,
      value: median(reports.map((report) => report.answered / report.seconds)),
      rounds: reports.map((report) => report.answered / report.seconds),
      latencies: { answer: medianOf(reports.map(({ latencies }) => percentiles(latencies))) },
      usage: played[index]?.[rounds >> 1]?.usage ?? {},
      facts: {
        'CPU per answer': cpuPerUnit(
          (played[index] ?? []).map(({ report, usage }) => ({
            usage,
            seconds: report.seconds,
            units: report.answered,
          })),
        ),
        ...(refused.length > 0 && { 'not answered': JSON.stringify(refused.map((report) => report.refused)) }),
      },
    };
  });
}

const questionsOf = (judged: string): string[] =>
  judged.split('\n').flatMap((line) => line.split(': ')[1]?.split(' | ') ?? []);
