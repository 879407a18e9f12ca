import { useEffect, useState } from 'preact/hooks';
import { useDesk } from './context.js';
import type { State } from './store.js';

/** Tells the server what has been read, and the host page how much has not. */
export function useReading(state: State): void {
  const desk = useDesk();
  const [isVisible, setVisible] = useState(document.visibilityState === 'visible');
  const { conversations, route, open, threads, resumed, reading } = state;
  const shown =
    route.screen === 'conversation' && !reading.length ? conversations.find(({ id }) => id === route.id) : undefined;
  const lastShown = shown && threads[shown.id]?.entries.at(-1)?.seq;
  const unread = conversations.reduce((sum, { lastSeq, readSeq }) => sum + Math.max(0, lastSeq - readSeq), 0);

  useEffect(() => {
    const listener = () => setVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  }, []);

  useEffect(() => {
    if (open && isVisible && resumed && shown && lastShown && lastShown > shown.readSeq) desk.read(shown.id, lastShown);
  }, [desk, open, isVisible, resumed, shown, lastShown]);

  useEffect(() => desk.host.send({ type: 'unread', count: unread }), [desk, unread]);
}
