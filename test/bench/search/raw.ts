import type { Meilisearch, SearchParams } from 'meilisearch';
import { rowOf, SETTINGS } from '../../../src/help-center/search/engine/shape.js';
import type { StampedDocument } from '../../../src/help-center/search/published.js';

const INDEX = 'bare';
const BATCH = 1_000;

/** An index whose own rows are the answer: what to show, to mark and to count stands in it. */
export async function fillRaw(client: Meilisearch, texts: readonly StampedDocument[]): Promise<void> {
  await client.createIndex(INDEX, { primaryKey: 'id' }).waitTask();
  const settings = {
    ...SETTINGS,
    displayedAttributes: ['*'],
    filterableAttributes: ['id', 'articleId', 'category', 'locale'],
  };
  await client.index(INDEX).updateSettings(settings).waitTask();
  let last: { waitTask(options: object): Promise<unknown> } | undefined;
  for (let from = 0; from < texts.length; from += BATCH) {
    const rows = texts
      .slice(from, from + BATCH)
      .map(({ document, stamp }) => ({ ...document, ...rowOf(document, stamp) }));
    const enqueued = client.index(INDEX).addDocuments(rows);
    await enqueued;
    last = enqueued;
  }
  await last?.waitTask({ timeout: 600_000 });
}

export const RAW_PATH = `/indexes/${INDEX}/search`;

/** What a program would ask that has nothing but the engine, for the answer that Porchlight gives. */
export const sameAnswer = (q: string): SearchParams => ({
  q,
  limit: 5,
  matchingStrategy: 'frequency',
  attributesToRetrieve: ['articleId', 'slug', 'title', 'excerpt', 'category', 'locale'],
  attributesToHighlight: ['title', 'body'],
  attributesToCrop: ['body'],
  cropLength: 40,
  facets: ['category', 'locale'],
});

/** The least that an engine can be asked for. */
export const idsAlone = (q: string): SearchParams => ({
  q,
  limit: 5,
  matchingStrategy: 'frequency',
  attributesToRetrieve: ['articleId'],
});
