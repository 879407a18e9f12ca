import { useEffect, useState, useSyncExternalStore } from 'react';
import type { OnlookerView, ServerToAgent } from '../../../../contract/index.js';
import { useRealtime } from '../../realtime/realtime.js';
import { useStaff } from '../../session/session.js';

/** A lost "stopped" must not leave somebody typing for ever; who types says so more often. Milliseconds. */
const FADES_AFTER = 7_000;
const NOBODY: OnlookerView[] = [];

function subscribeToVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}
const isVisible = () => document.visibilityState === 'visible';

/**
 * Colleagues who have the same case on their screens. While this page is visible they hear of this reader, too.
 * @param conversationId the case's first one
 */
export function useOnlookers(conversationId: string | undefined): OnlookerView[] {
  const staff = useStaff();
  const { ask, socket, connection } = useRealtime();
  const visible = useSyncExternalStore(subscribeToVisibility, isVisible);
  const [onlookers, setOnlookers] = useState(NOBODY);
  const attends = conversationId !== undefined && connection === 'online' && visible;

  useEffect(() => {
    if (!attends) return;
    let timer: number | undefined;
    const show = (now: OnlookerView[]) => {
      window.clearTimeout(timer);
      setOnlookers(now);
      if (now.some(({ isTyping }) => isTyping))
        timer = window.setTimeout(
          () => setOnlookers((current) => current.map((one) => ({ ...one, isTyping: false }))),
          FADES_AFTER,
        );
    };
    const changed: ServerToAgent['onlookers.changed'] = (push) => {
      if (push.conversationId === conversationId) show(push.onlookers);
    };
    let isOver = false;
    socket.on('onlookers.changed', changed);
    // What nobody waits for: not worth a word when it is lost, or not known to the server yet.
    ask('conversation.attend', { conversationId }).then(
      (answer) => {
        if (!isOver) show(answer.onlookers);
      },
      () => undefined,
    );
    return () => {
      isOver = true;
      window.clearTimeout(timer);
      socket.off('onlookers.changed', changed);
      setOnlookers(NOBODY);
      ask('conversation.attend', { conversationId: null }).catch(() => undefined);
    };
  }, [attends, ask, socket, conversationId]);

  return onlookers.filter(({ staffId }) => staffId !== staff.id);
}
