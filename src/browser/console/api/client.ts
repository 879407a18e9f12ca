import createClient from 'openapi-fetch';
import type { ErrorCode, Locale, Problem } from '../../../contract/index.js';
import type { paths } from './schema.gen.js';

/** Every failure of a call, by HTTP or by socket, as the contract's problem. `status` 0: no answer arrived at all. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
    this.name = 'ApiProblem';
  }
}

/** Whether `error` is a problem, and of this code when one is given. */
export function isProblem(error: unknown, code?: ErrorCode): error is ApiProblem {
  return error instanceof ApiProblem && (code === undefined || error.problem.code === code);
}

/** The problem of a call that no answer came to: the network, or a server that is being restarted. */
export function noAnswer(): ApiProblem {
  return new ApiProblem({ type: 'about:blank', code: 'unavailable', title: '', status: 0, requestId: '' });
}

const listeners = new Set<() => void>();
let locale: Locale = 'zh-CN';

/** Language of the problems the server writes. */
export function setApiLocale(next: Locale): void {
  locale = next;
}

/** Called whenever a call is answered 401: the session has ended. Returns the undo. */
export function onUnauthenticated(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The server's routes, typed by its own OpenAPI document (`npm run openapi`). */
export const routes = createClient<paths>({ baseUrl: location.origin, credentials: 'same-origin' });
routes.use({
  onRequest: ({ request }) => request.headers.set('accept-language', locale),
});

/**
 * What a call was answered with.
 * @throws ApiProblem for every answer that is not 2xx, and when there is no answer.
 */
export async function answer<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let result: Awaited<typeof call>;
  try {
    result = await call;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw noAnswer();
  }
  if (result.response.ok) return result.data as T;
  const problem = problemOf(result.error, result.response);
  if (problem.status === 401 && problem.code !== 'wrong_credentials') for (const listener of listeners) listener();
  throw new ApiProblem(problem);
}

function problemOf(body: unknown, response: Response): Problem {
  const { status } = response;
  const retryAfter = Number(response.headers.get('retry-after')) || undefined;
  if (typeof body === 'object' && body !== null && 'code' in body) return { retryAfter, ...(body as Problem) };
  // A proxy's page: the status is all there is.
  return { type: 'about:blank', code: codeOf(status), title: '', status, requestId: '', retryAfter };
}

function codeOf(status: number): ErrorCode {
  if (status === 401) return 'unauthenticated';
  if (status === 413) return 'payload_too_large';
  if (status === 429) return 'too_many_requests';
  return status >= 502 ? 'unavailable' : 'internal_error';
}
