import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** How near to the end counts as reading the end, and how near to the start asks for more, in CSS pixels. */
const NEAR = 80;

export interface ThreadScroll {
  /** Numbers that tell a thread's growth at its end from growth at its start. */
  first: number;
  last: number;
  /** Messages of this side that wait; sending one always shows it. */
  own: number;
  onStart: () => void;
}

/**
 * Keeps the end in sight while the reader is there; otherwise leaves the reader in peace and says that something is
 * new. What is put before the first entry does not move what is being read.
 */
export function useThreadScroll({ first, last, own, onStart }: ThreadScroll) {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const lastTop = useRef(0);
  const before = useRef({ first, last, own, height: 0 });
  const [hasNews, setNews] = useState(false);

  function toEnd(): void {
    const node = box.current;
    if (node) node.scrollTop = node.scrollHeight;
    setNews(false);
  }

  function onScroll(): void {
    const node = box.current;
    if (!node) return;
    // Only the reader leaves the end, by scrolling up: what grows below in the same moment does not count.
    const isNear = node.scrollHeight - node.scrollTop - node.clientHeight < NEAR;
    if (isNear || node.scrollTop < lastTop.current) isAtEnd.current = isNear;
    lastTop.current = node.scrollTop;
    if (isNear) setNews(false);
    if (node.scrollTop < NEAR) onStart();
  }

  useLayoutEffect(() => {
    const node = box.current;
    const was = before.current;
    if (!node) return;
    if (own > was.own || isAtEnd.current) {
      node.scrollTop = node.scrollHeight;
      setNews(false);
    } else if (first < was.first) node.scrollTop += node.scrollHeight - was.height;
    else if (last > was.last) setNews(true);
    before.current = { first, last, own, height: node.scrollHeight };
  }, [first, last, own]);

  useEffect(() => {
    // Pictures, cards that open, the keyboard: whatever changes the size must not push the end out of sight.
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current && box.current) box.current.scrollTop = box.current.scrollHeight;
    });
    for (const { current } of [box, content]) if (current) observer.observe(current);
    return () => observer.disconnect();
  }, []);

  return { box, content, hasNews, onScroll, toEnd };
}
