import type { SiteView } from '../../../../contract/index.js';
import { RequestError } from './connection.js';

/** A call by HTTP. Rejects with RequestError. */
export async function getJson<Answer>(
  path: string,
  query: Record<string, string>,
  options: RequestInit = {},
): Promise<Answer> {
  const response = await fetch(`${path}?${new URLSearchParams(query)}`, options).catch(() => undefined);
  const answer = await response?.json().catch(() => undefined);
  if (response?.ok) return answer;
  throw new RequestError(answer?.code ?? 'offline', answer);
}

/** What the panel shows of a site before there is a session. */
export function fetchSite(site: string): Promise<SiteView> {
  return getJson('/widget/config', { site });
}
