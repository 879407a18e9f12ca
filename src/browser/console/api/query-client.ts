import { QueryClient } from '@tanstack/react-query';
import { isProblem } from './client.js';

/** A refusal is final; only what may pass by itself is tried again. */
const mayPass = (error: unknown) => isProblem(error) && (error.problem.status === 0 || error.problem.status >= 500);

/** The cache of this page. News comes by socket, so nothing is refetched for the mere sake of time. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        // The browser's word on being online is unreliable in offices behind a proxy: just try.
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && mayPass(error),
        retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 4_000),
      },
      mutations: { networkMode: 'always' },
    },
  });
}
