import { ApiProblem } from '../api/client.js';
import type { Translate } from './i18n.js';

/** What to tell a person about a failure: a line, and a second one that says what to do when there is one. */
export function problemText(t: Translate, error: unknown): { title: string; detail?: string } {
  if (!(error instanceof ApiProblem)) return { title: t('error.internal') };
  const { problem } = error;
  if (problem.status === 0) return { title: t('error.network'), detail: t('error.networkDetail') };
  if (problem.code === 'too_many_requests' && problem.retryAfter)
    return { title: t('error.tooMany', { seconds: problem.retryAfter }) };
  const title = problem.title || t('error.internal');
  const id = problem.status >= 500 && problem.requestId ? t('error.requestId', { id: problem.requestId }) : undefined;
  return { title, detail: problem.detail ?? id };
}
