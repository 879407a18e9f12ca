import type { ArticleLink, Locale, SiteView } from '../../../../contract/index.js';
import { RequestError } from './connection.js';

async function getJson<Answer>(path: string, query: Record<string, string>, signal?: AbortSignal): Promise<Answer> {
  const response = await fetch(`${path}?${new URLSearchParams(query)}`, { signal });
  if (!response.ok) throw new RequestError('unavailable');
  return await response.json();
}

/** Articles that fit a question, the best first. */
export async function searchArticles(query: string, locale: Locale, signal: AbortSignal): Promise<ArticleLink[]> {
  const page = { q: query, locale, limit: '5' };
  return (await getJson<{ items: ArticleLink[] }>('/api/help/search', page, signal)).items;
}

/** What the panel shows of a site before there is a session. */
export function fetchSite(site: string): Promise<SiteView> {
  return getJson('/widget/config', { site });
}
