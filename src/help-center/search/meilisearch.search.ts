import type { Meilisearch, MultiSearchParams, Settings } from 'meilisearch';
import { isHan } from '../../platform/search/index.js';
import { analyse, meaningsOf, type Unit } from './analyse.js';
import {
  type ArticleDocument,
  type ArticleSearch,
  documentKey,
  type Hit,
  type SearchOptions,
} from './article-search.js';
import type { Confidence } from './confidence.js';
import { candidatesFor, rank } from './rank.js';
import { emptyWords, meanings } from './vocabulary.js';

/** Importing and settings may take a while on a busy server; nobody waits for them. */
const TASK_PATIENCE_MILLISECONDS = 30_000;
const BATCH = 1_000;

/** A line of the vocabulary as a word that a tokenizer leaves whole: `§bank_card` becomes `meaningbankcard`. */
const asWord = (unit: Unit): string => (unit.startsWith('§') ? `meaning${unit.slice(1).replaceAll('_', '')}` : unit);

const meaningWords = (text: string): string[] => [...meaningsOf(text)].map(asWord);

const SETTINGS: Settings = {
  searchableAttributes: ['title', 'subjects', 'keywords', 'excerpt', 'meanings', 'body'],
  filterableAttributes: ['id', 'articleId', 'category'],
  displayedAttributes: ['articleId'],
  rankingRules: ['words', 'typo', 'attribute', 'proximity', 'exactness', 'sort'],
  dictionary: meanings.flatMap(({ phrases }) => phrases.filter((phrase) => isHan(phrase) && phrase.length <= 3)),
  stopWords: [...emptyWords],
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn', 'eng'] }],
};

/** The search that a Meilisearch server does. Holds nothing but published articles. */
export class MeilisearchSearch implements ArticleSearch {
  constructor(
    private readonly client: Meilisearch,
    private readonly indexName: string,
    private readonly confidence: Confidence,
  ) {}

  /** @throws when the server cannot be reached */
  async ping(): Promise<void> {
    await this.client.health();
  }

  /** Makes the index what this version of the program expects. Idempotent. */
  async prepare(): Promise<void> {
    const tasks = [
      await this.client.createIndex(this.indexName, { primaryKey: 'id' }),
      await this.client.index(this.indexName).updateSettings(SETTINGS),
    ];
    const [created, settled] = await this.client.tasks.waitForTasks(tasks, { timeout: TASK_PATIENCE_MILLISECONDS });
    if (created?.status === 'failed' && created.error?.code !== 'index_already_exists')
      throw new Error(created.error?.message);
    if (settled?.status !== 'succeeded') throw new Error(settled?.error?.message ?? 'search settings were refused');
  }

  async search(query: string, options: SearchOptions): Promise<Hit[]> {
    const question = this.confidence.correct(query);
    const filter = options.category === undefined ? {} : { filter: `category = ${options.category}` };
    const { results } = await this.client.multiSearch<MultiSearchParams, { articleId: string }>({
      queries: this.wordings(question).map((q) => ({
        indexUid: this.indexName,
        q,
        limit: 2 * candidatesFor(options.limit),
        attributesToRetrieve: ['articleId'],
        matchingStrategy: 'frequency' as const,
        ...filter,
      })),
    });
    const candidates = results.flatMap(({ hits }) => hits.map(({ articleId }) => articleId));
    return rank(question, candidates, options, this.confidence);
  }

  async index(documents: readonly ArticleDocument[]): Promise<void> {
    for (let from = 0; from < documents.length; from += BATCH) {
      const rows = documents.slice(from, from + BATCH).map((document) => ({
        id: documentKey(document.articleId, document.locale),
        ...document,
        subjects: meaningWords(`${document.title} , ${document.keywords.join(' , ')}`),
        meanings: meaningWords(`${document.excerpt} ${document.body}`),
      }));
      await this.succeed(this.client.index(this.indexName).addDocuments(rows));
    }
  }

  async remove(articleIds: readonly string[]): Promise<void> {
    if (articleIds.length === 0) return;
    const filter = `articleId IN [${articleIds.map((articleId) => JSON.stringify(articleId)).join(', ')}]`;
    await this.succeed(this.client.index(this.indexName).deleteDocuments({ filter }));
  }

  /** Makes the index hold exactly these documents, after it may have missed some changes. Searches go on meanwhile. */
  async replaceAll(documents: readonly ArticleDocument[]): Promise<void> {
    await this.prepare();
    await this.index(documents);
    const kept = documents.map(({ articleId, locale }) => JSON.stringify(documentKey(articleId, locale))).join(', ');
    await this.succeed(this.client.index(this.indexName).deleteDocuments({ filter: `id NOT IN [${kept}]` }));
  }

  /**
   * What to ask for: the meanings of a question and those of its words that some article has; then the meanings alone.
   * Frequency matching holds fast to the rarest word, and that may be one that says nothing ("since Tuesday"); a word that
   * no article has is the rarest of all.
   */
  private wordings(question: string): string[] {
    const known = [...analyse(question)].filter((unit) => this.confidence.isKnown(unit));
    if (known.length === 0) return [question];
    const subjects = known.filter((unit) => unit.startsWith('§'));
    const wordings = [known, subjects].map((units) => units.map(asWord).join(' '));
    return [...new Set(wordings)].filter((wording) => wording !== '');
  }

  private async succeed(enqueued: ReturnType<ReturnType<Meilisearch['index']>['addDocuments']>): Promise<void> {
    const task = await enqueued.waitTask({ timeout: TASK_PATIENCE_MILLISECONDS });
    if (task.status !== 'succeeded') throw new Error(`search task ${task.type}: ${task.error?.message ?? task.status}`);
  }
}
