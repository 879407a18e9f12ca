import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Pixels from the end that still count as being there. */
const NEAR = 60;

/**
 * Keeps a scrolled thread at its end while one is there, leaves it alone while one reads above, and keeps the place
 * when earlier entries are put before it.
 * @param lastSeq number of the last entry; when it grows there is news
 * @param pending how many messages are on their way: writing goes to the end
 * @param drawn how many entries are drawn; when it grows, they came in above
 */
export function useStickToEnd(lastSeq: number, pending: number, drawn: number) {
  const ref = useRef<HTMLDivElement>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const [seenSeq, setSeenSeq] = useState(lastSeq);
  const atEnd = useRef(true);
  const height = useRef(0);
  const drawnBefore = useRef(drawn);

  const toEnd = useCallback(() => {
    const element = ref.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, []);

  const onScroll = useCallback(() => {
    const element = ref.current;
    if (!element) return;
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    height.current = element.scrollHeight;
    setIsAtEnd(atEnd.current);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the effect follows what is drawn, not what it reads.
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    if (drawnBefore.current !== drawn) {
      drawnBefore.current = drawn;
      element.scrollTop += element.scrollHeight - height.current;
    } else if (atEnd.current) toEnd();
    height.current = element.scrollHeight;
  }, [lastSeq, drawn, toEnd]);

  useLayoutEffect(() => {
    if (pending > 0) toEnd();
  }, [pending, toEnd]);

  useEffect(() => {
    if (isAtEnd) setSeenSeq(lastSeq);
  }, [isAtEnd, lastSeq]);

  // Images that finish loading, a composer that grows, a keyboard that opens: the end stays the end.
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const watcher = new ResizeObserver(() => {
      if (atEnd.current) toEnd();
    });
    watcher.observe(element);
    for (const child of element.children) watcher.observe(child);
    return () => watcher.disconnect();
  });

  return { ref, onScroll, toEnd, isAtEnd, hasNews: lastSeq > seenSeq };
}
