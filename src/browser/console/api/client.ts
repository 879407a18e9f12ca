import type { ErrorCode, Locale, Problem } from '../../../contract/index.js';

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

interface CallOptions {
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  form?: FormData;
  signal?: AbortSignal;
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

/**
 * One HTTP call to the server of this page.
 * @throws ApiProblem for every answer that is not 2xx, and when there is no answer.
 */
export async function call<T>(method: string, path: string, options: CallOptions = {}): Promise<T> {
  const { query, body, form, signal } = options;
  let response: Response;
  try {
    response = await fetch(path + queryString(query), {
      method,
      signal,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        'accept-language': locale,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: form ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw noAnswer();
  }
  if (response.ok) return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
  const problem = await readProblem(response);
  if (problem.status === 401 && problem.code !== 'wrong_credentials') for (const listener of listeners) listener();
  throw new ApiProblem(problem);
}

function queryString(query: CallOptions['query']): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) if (value !== undefined) parameters.set(key, String(value));
  const text = parameters.toString();
  return text ? `?${text}` : '';
}

async function readProblem(response: Response): Promise<Problem> {
  const retryAfter = Number(response.headers.get('retry-after')) || undefined;
  try {
    const problem = (await response.json()) as Problem;
    if (typeof problem.code === 'string') return { retryAfter, ...problem };
  } catch {
    // A proxy's HTML page: the status is all there is.
  }
  const code: ErrorCode =
    response.status === 401
      ? 'unauthenticated'
      : response.status === 429
        ? 'too_many_requests'
        : response.status >= 502
          ? 'unavailable'
          : 'internal_error';
  return { type: 'about:blank', code, title: '', status: response.status, requestId: '', retryAfter };
}
