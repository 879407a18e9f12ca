import { Pool } from 'undici';
import { visibleTo } from '../../articles/audience.js';
import type { ArticleSearch, Found, SearchOptions } from '../article-search.js';
import type { Library } from '../library.js';
import { type Question, understand } from '../question.js';
import { rank } from '../rank.js';
import { asWord, INDEX_PREFIX, indexOf } from './shape.js';

/** A search that has not answered by then is as good as gone: the reader waits for it. */
const PATIENCE_MILLISECONDS = 500;
const CONNECTIONS = 16;
/** About what a reader looks at: it is their order that is asked for, not all that fits. */
const LEAST_HITS = 10;

interface Answer {
  hits: { articleId: string }[];
}

/** The search that a Meilisearch server does: it proposes articles, and this process knows which of them fit, and how well. */
export class MeilisearchSearch implements ArticleSearch {
  private readonly pool: Pool;
  private readonly headers: Record<string, string>;

  constructor(
    { url, key }: { url: string; key?: string | undefined },
    private readonly library: Library,
    private readonly prefix: string = INDEX_PREFIX,
  ) {
    this.pool = new Pool(url, { connections: CONNECTIONS, pipelining: 1 });
    this.headers = { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) };
  }

  /** @throws when the server does not answer in time, or not well */
  async search(query: string, options: SearchOptions): Promise<Found> {
    const visible = visibleTo(options.audience);
    const question = await understand(query, this.library, visible);
    const results = await this.ask({
      queries: visible.map((visibility) => ({
        indexUid: indexOf(visibility, this.prefix),
        q: wording(question),
        limit: Math.max(LEAST_HITS, options.limit),
        attributesToRetrieve: ['articleId'],
        matchingStrategy: 'frequency',
      })),
    });
    const proposed = results.flatMap(({ hits }) => hits.map(({ articleId }) => articleId));
    return rank(question, proposed, options, this.library);
  }

  /** Whether a search would be answered in time, with all that one may ask. @throws when not */
  async ping(): Promise<void> {
    await this.ask({
      queries: visibleTo('staff').map((visibility) => ({
        indexUid: indexOf(visibility, this.prefix),
        q: '',
        limit: 0,
      })),
    });
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }

  /** The official client costs as much as the search itself. */
  private async ask(body: object): Promise<Answer[]> {
    const { statusCode, body: answer } = await this.pool.request({
      path: '/multi-search',
      method: 'POST',
      headers: this.headers,
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    });
    const said = await answer.text();
    if (statusCode !== 200) throw new Error(`the search engine answers ${statusCode}: ${said.slice(0, 200)}`);
    return (JSON.parse(said) as { results: Answer[] }).results;
  }
}

/** The meanings of a question and those of its words that some article has: a word that no article has is the rarest of all. */
function wording({ text, wanted }: Question): string {
  const known = wanted.filter(({ postings }) => postings.length > 0).flatMap(({ units }) => units.slice(0, 1));
  return known.length > 0 ? known.map(asWord).join(' ') : text;
}
