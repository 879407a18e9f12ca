import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMeilisearch } from '../../src/cli/embedded/meilisearch.js';

export const MEILISEARCH_TEST_KEY = 'a-master-key-for-tests';

export interface TestMeilisearch {
  url: string;
  key: string;
  stop(): Promise<void>;
}

/** A Meilisearch of one's own, on a free port. For tests under `describeWith('meilisearch', …)`. */
export async function startTestMeilisearch(): Promise<TestMeilisearch> {
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-meilisearch-'));
  const running = await startMeilisearch(join(folder, 'data'), MEILISEARCH_TEST_KEY);
  if (typeof running === 'string') {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(running);
  }
  const stop = async () => {
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: running.url, key: MEILISEARCH_TEST_KEY, stop };
}
