import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ArticleDraftView } from '../../../../contract/index.js';
import { isProblem } from '../../api/client.js';
import { changedFields, rebase } from '../../shared/draft.js';
import { type FlatArticle, type FlatField, flatten, unflatten } from './flat.js';
import { localCopies } from './local-copy.js';
import { articleKeys, articles } from './queries.js';

const PAUSE = 1_200;
const PATIENCE = 6_000;

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';

interface Held {
  server: ArticleDraftView;
  /** What the server has. */
  base: FlatArticle;
  mine: FlatArticle;
  conflicts: FlatField[];
  /** Whether this browser had words that the server had not. */
  recovered: boolean;
}

/**
 * An article that is being written. Every letter is kept in this browser at once and on the server after a pause; when somebody
 * else has saved, their changes are taken in field by field, and where both changed one, the writer decides.
 */
export function useArticleEditing(loaded: ArticleDraftView) {
  const client = useQueryClient();
  const { id } = loaded;
  const [held, setHeld] = useState<Held>(() => begin(loaded));
  const [state, setState] = useState<SaveState>('saved');
  const [error, setError] = useState<unknown>();
  const latest = useRef(held);
  const running = useRef<Promise<void>>(undefined);

  const put = useCallback(
    (next: Held) => {
      latest.current = next;
      setHeld(next);
      if (changedFields(next.base, next.mine).length === 0) localCopies.forget(id);
      else localCopies.write(id, { version: next.server.version, base: next.base, mine: next.mine });
    },
    [id],
  );

  /** The server has a newer article: what I typed stays on top of it. */
  const follow = useCallback(
    (server: ArticleDraftView, ground: FlatArticle) => {
      const { mine } = latest.current;
      const base = flatten(server.content);
      const { draft, conflicts } = rebase(ground, mine, base);
      put({ ...latest.current, server, base, mine: draft, conflicts: conflicts as FlatField[] });
      client.setQueryData(articleKeys.one(id), server);
      return conflicts.length === 0;
    },
    [client, id, put],
  );

  const save = useCallback(async (): Promise<void> => {
    // One after the other: the second would name a version that the first has ended.
    while (running.current) await running.current;
    const { server, base, mine, conflicts } = latest.current;
    if (conflicts.length > 0 || changedFields(base, mine).length === 0) return;
    const attempt = async () => {
      setState('saving');
      try {
        const saved = await articles.save(id, server.version, unflatten(mine));
        // As it was typed, and not as the server trimmed it: a space at the end is the beginning of the next word.
        put({ ...latest.current, server: saved, base: mine });
        client.setQueryData(articleKeys.one(id), saved);
        setState(changedFields(latest.current.base, latest.current.mine).length > 0 ? 'waiting' : 'saved');
        setError(undefined);
      } catch (failure) {
        if (!isProblem(failure, 'conflict')) {
          setState('failed');
          setError(failure);
          return;
        }
        const theirs = await articles.show(id).catch(() => undefined);
        if (!theirs) setState('failed');
        else setState(follow(theirs, base) ? 'waiting' : 'conflict');
      }
    };
    running.current = attempt();
    await running.current.finally(() => {
      running.current = undefined;
    });
  }, [client, id, follow, put]);

  const isDirty = changedFields(held.base, held.mine).length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every letter begins the pause anew.
  useEffect(() => {
    if (!isDirty || state === 'saving' || state === 'conflict') return;
    const refused = state === 'failed' && isProblem(error, 'invalid_input');
    const timer = setTimeout(() => void save(), state === 'failed' && !refused ? PATIENCE : PAUSE);
    return () => clearTimeout(timer);
  }, [held.mine, isDirty, state, error, save]);

  return {
    draft: held.mine,
    server: held.server,
    isDirty,
    state,
    error,
    /** Paths of what the last save was refused for. */
    refused: isProblem(error, 'invalid_input') ? (error.problem.errors ?? []).map(({ path }) => path) : [],
    recovered: held.recovered,
    conflicts: held.conflicts,
    theirs: held.base,
    change(change: Partial<FlatArticle>): void {
      put({ ...latest.current, mine: { ...latest.current.mine, ...change } });
      if (state !== 'conflict') setState('waiting');
    },
    /** Saves now. @returns whether the server has all that is written, and so by which version */
    async flush(): Promise<number | undefined> {
      await save();
      const { base, mine, conflicts, server } = latest.current;
      return conflicts.length === 0 && changedFields(base, mine).length === 0 ? server.version : undefined;
    },
    /** After something was done to the article by another route of the same editor. */
    taken(server: ArticleDraftView): void {
      follow(server, latest.current.base);
    },
    /** Reads what the server has now; what is typed stays on top of it. */
    async reload(): Promise<void> {
      const theirs = await articles.show(id);
      if (!follow(theirs, latest.current.base)) setState('conflict');
    },
    keepMine(): void {
      put({ ...latest.current, conflicts: [] });
      setState('waiting');
    },
    takeTheirs(): void {
      const mine = { ...latest.current.mine } as Record<FlatField, unknown>;
      for (const field of latest.current.conflicts) mine[field] = latest.current.base[field];
      put({ ...latest.current, mine: mine as FlatArticle, conflicts: [] });
      setState('waiting');
    },
  };
}

export type ArticleEditing = ReturnType<typeof useArticleEditing>;

/** With what this browser still has of the last time, if the server never got it. */
function begin(server: ArticleDraftView): Held {
  const base = flatten(server.content);
  const copy = localCopies.read(server.id);
  if (!copy) return { server, base, mine: base, conflicts: [], recovered: false };
  const { draft, conflicts } = rebase(copy.base, copy.mine, base);
  const recovered = changedFields(base, draft).length > 0;
  return { server, base, mine: draft, conflicts: conflicts as FlatField[], recovered };
}
