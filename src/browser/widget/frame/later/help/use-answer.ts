import { useEffect, useState } from 'preact/hooks';
import { RequestError } from '../../state/connection.js';
import { useDesk } from '../../state/context.js';
import type { State } from '../../state/store.js';

export interface Asked<Answer> {
  /** The last answer; while another is fetched, that of the question before. */
  answer?: Answer;
  /** Why there is none. */
  failure?: RequestError;
  isLoading: boolean;
  retry: () => void;
}

interface Options {
  /** Milliseconds before it is asked: a question that changes meanwhile is not. */
  pause?: number;
  /** An answer stands, whoever one turns out to be: it is not asked for twice. */
  once?: boolean;
}

/** What the server answers to a question by HTTP. Asked when it is clear who asks, and anew when that or the question changes. */
export function useAnswer<Answer>(
  { customer, connection }: State,
  path: string,
  query: Record<string, string>,
  { pause = 0, once }: Options = {},
): Asked<Answer> {
  const desk = useDesk();
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<{ question?: string; words?: string; answer?: Answer; failure?: RequestError }>(
    {},
  );
  const words = JSON.stringify({ path, query });
  const question = `${words} ${attempt} ${customer?.identified} ${customer?.name}`;
  const isKnown = customer !== undefined || connection === 'offline';
  const isAnswered = state.question === question || (once === true && state.words === words);

  useEffect(() => {
    if (!isKnown || isAnswered) return;
    const abort = new AbortController();
    const asked: { path: string; query: Record<string, string> } = JSON.parse(words);
    const timer = setTimeout(() => {
      desk.http<Answer>(asked.path, asked.query, { signal: abort.signal }).then(
        (answer) => abort.signal.aborted || setState({ question, words, answer }),
        (failure: unknown) => {
          if (abort.signal.aborted) return;
          if (!(failure instanceof RequestError)) throw failure;
          setState({ question, failure });
        },
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [desk, words, question, pause, isKnown, isAnswered]);

  const { answer, failure } = state;
  useEffect(() => {
    if (failure?.code !== 'offline') return;
    const again = () => setAttempt((times) => times + 1);
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [failure]);

  return { answer, failure, isLoading: !isAnswered, retry: () => setAttempt(attempt + 1) };
}
