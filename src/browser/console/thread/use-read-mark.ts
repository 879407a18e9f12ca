import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { keys } from '../api/queries.js';
import { type ListPages, patchRow } from '../lists/list-pages.js';
import { useRealtime } from '../realtime/realtime.js';

function subscribeToAttention(listener: () => void): () => void {
  const events = ['visibilitychange', 'focus', 'blur'];
  for (const event of events) window.addEventListener(event, listener);
  document.addEventListener('visibilitychange', listener);
  return () => {
    for (const event of events) window.removeEventListener(event, listener);
    document.removeEventListener('visibilitychange', listener);
  };
}
const isLookedAt = () => document.visibilityState === 'visible' && document.hasFocus();

/** Tells the server what has been read: up to the last entry, while one is at the end and looking. */
export function useReadMark(conversationId: string, number: string, lastSeq: number, isAtEnd: boolean): void {
  const client = useQueryClient();
  const { ask, connection } = useRealtime();
  const looking = useSyncExternalStore(subscribeToAttention, isLookedAt);
  const told = useRef(0);
  useEffect(() => {
    if (!looking || !isAtEnd || connection !== 'online' || lastSeq <= told.current) return;
    const before = told.current;
    told.current = lastSeq;
    ask('conversation.read', { conversationId, seq: lastSeq }).then(
      () => {
        client.setQueriesData<ListPages>(
          { queryKey: keys.lists },
          (list) => list && patchRow(list, number, () => ({ unread: 0 })),
        );
        // A list that was being read meanwhile may still bring the old count: read it again.
        if (client.isFetching({ queryKey: keys.lists }) > 0) void client.invalidateQueries({ queryKey: keys.lists });
      },
      () => {
        told.current = before;
      },
    );
  }, [looking, isAtEnd, connection, lastSeq, conversationId, number, ask, client]);
}
