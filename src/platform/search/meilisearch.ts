import { Meilisearch } from 'meilisearch';

/** A search that has not answered by then is as good as gone: the reader waits for it. */
const PATIENCE_MILLISECONDS = 1_000;

/** A client of a Meilisearch server. Without `identity` its answers come compressed, and each call costs 45 ms more. */
export function createMeilisearch(options: { url: string; key?: string | undefined }): Meilisearch {
  return new Meilisearch({
    host: options.url,
    ...(options.key === undefined ? {} : { apiKey: options.key }),
    timeout: PATIENCE_MILLISECONDS,
    requestInit: { headers: { 'Accept-Encoding': 'identity' } },
  });
}
