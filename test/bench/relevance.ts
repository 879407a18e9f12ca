import type { Locale } from '../../src/contract/index.js';
import type { ArticleSearch } from '../../src/help-center/search/article-search.js';
import { BuiltInSearch } from '../../src/help-center/search/built-in.search.js';
import { EngineIndexes } from '../../src/help-center/search/engine/engine-indexes.js';
import { MeilisearchSearch } from '../../src/help-center/search/engine/meilisearch.search.js';
import { demoDocuments } from '../../src/help-center/search/relevance.cases.js';
import { createMeilisearch, isHan } from '../../src/platform/search/index.js';
import { startTestMeilisearch } from '../support/meilisearch.js';
import { describeMachine } from './harness/machine.js';
import { percentiles } from './harness/numbers.js';
import type { Row, Table } from './harness/result.js';
import { JUDGED } from './judged/questions.js';
import { TUNED } from './judged/tuned.js';
import type { Bench } from './main.js';

const RECALL_AT = 5;
const TARGET = 0.9;

interface Judged {
  kind: string;
  slug: string;
  query: string;
  locale: Locale;
}

export const relevance: Bench = {
  about: 'whether the right article is among the first five, for both engines',
  flags: [],
  run: async (_, say) => {
    const documents = await demoDocuments();
    const builtIn = new BuiltInSearch();
    await builtIn.index(documents);
    const tables = await judgeBoth('built-in search', builtIn, say);
    const server = await startTestMeilisearch();
    try {
      const successors = await new EngineIndexes(createMeilisearch(server, 30_000)).beginAnew();
      await successors.add(documents.map((document) => ({ document, stamp: '' })));
      await successors.takeOver();
      const engine = new MeilisearchSearch(server, builtIn.library);
      tables.push(...(await judgeBoth('Meilisearch', engine, say)));
      await engine.close();
    } finally {
      await server.stop();
    }
    return { tables, machine: await describeMachine() };
  },
};

async function judgeBoth(name: string, search: ArticleSearch, say: (line: string) => void): Promise<Table[]> {
  return [
    await judge(`${name}, questions that the vocabulary is kept by`, TUNED, search, say),
    await judge(`${name}, questions that it never saw`, JUDGED, search, say),
  ];
}

async function judge(name: string, judged: string, search: ArticleSearch, say: (line: string) => void): Promise<Table> {
  const questions = readJudged(judged);
  const found = new Map<string, { ranks: number[]; milliseconds: number[] }>();
  const notes: string[] = [];
  for (const { kind, slug, query, locale } of questions) {
    const began = performance.now();
    const { hits } = await search.search(query, { locale, limit: RECALL_AT, audience: 'anyone' });
    const of = found.get(kind) ?? { ranks: [], milliseconds: [] };
    of.milliseconds.push(performance.now() - began);
    const at = hits.findIndex((hit) => hit.slug === slug);
    of.ranks.push(at + 1);
    found.set(kind, of);
    if (at < 0) notes.push(`${kind}: ${query} → ${slug}, found ${hits.map((hit) => hit.slug).join(' ') || 'nothing'}`);
  }
  const all = [...found.values()].flatMap(({ ranks }) => ranks);
  say(
    `${name}: ${all.length} questions, recall@${RECALL_AT} ${recall(all).toFixed(3)}, MRR ${reciprocal(all).toFixed(3)}`,
  );
  return {
    title: `Relevance, ${name}`,
    unit: `recall@${RECALL_AT}`,
    rows: [...found].map(
      ([kind, { ranks, milliseconds }]): Row => ({
        name: `${kind} (${ranks.length})`,
        value: recall(ranks),
        rounds: [recall(ranks)],
        latencies: { search: percentiles(milliseconds) },
        usage: {},
        facts: { MRR: reciprocal(ranks).toFixed(3), first: `${ranks.filter((rank) => rank === 1).length}` },
      }),
    ),
    checks: [{ what: `recall@${RECALL_AT} of all`, value: recall(all), unit: '', target: { atLeast: TARGET } }],
    notes: [`mean reciprocal rank of all ${reciprocal(all).toFixed(3)}`, ...notes],
  };
}

/** Ranks from 1; 0: not found. */
const recall = (ranks: readonly number[]) => ranks.filter((rank) => rank > 0).length / ranks.length;
const reciprocal = (ranks: readonly number[]) =>
  ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranks.length;

function readJudged(judged: string): Judged[] {
  let kind = '';
  return judged.split('\n').flatMap((line): Judged[] => {
    const heading = /^(\w+):$/.exec(line)?.[1];
    if (heading) kind = heading;
    const [slug, queries] = line.split(': ');
    if (!slug || !queries) return [];
    return queries.split(' | ').map((query) => ({
      kind,
      slug,
      query,
      locale: isHan(query) || kind === 'pinyin' || kind === 'initials' ? 'zh-CN' : 'en',
    }));
  });
}
