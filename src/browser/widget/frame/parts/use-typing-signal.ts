import { useRef } from 'preact/hooks';
import { useDesk } from '../state/context.js';

/** The other side believes a signal for six seconds; it is renewed well before. */
const RENEW_MS = 3_000;

/** Tells the other side that the customer is writing, not more often than it needs. Does nothing without a conversation. */
export function useTypingSignal(conversationId: string | undefined): (isTyping: boolean) => void {
  const desk = useDesk();
  const toldAt = useRef(0);
  return (isTyping) => {
    const now = Date.now();
    if (!conversationId || (isTyping ? now - toldAt.current < RENEW_MS : toldAt.current === 0)) return;
    toldAt.current = isTyping ? now : 0;
    desk.tellTyping(conversationId, isTyping);
  };
}
