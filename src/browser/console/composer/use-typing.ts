import { useEffect, useMemo, useRef } from 'react';
import { useRealtime } from '../realtime/realtime.js';
import type { ComposerMode } from './drafts.js';

/** "Is typing" is said again this often while it lasts, and taken back after this pause. Milliseconds. */
const AGAIN = 3_000;
const PAUSE = 5_000;

/** Tells the customer that a reply is being written; of notes, nothing. */
export function useTyping(conversationId: string, mode: ComposerMode) {
  const { ask } = useRealtime();
  const told = useRef(0);
  const timer = useRef<number>(undefined);
  const typing = useMemo(() => {
    const tell = (isTyping: boolean) => {
      told.current = isTyping ? Date.now() : 0;
      // A hint that nobody waits for: not worth a word when it is lost.
      ask('typing', { conversationId, isTyping }).catch(() => undefined);
    };
    const stopped = () => {
      window.clearTimeout(timer.current);
      if (told.current > 0) tell(false);
    };
    const typed = (hasText: boolean) => {
      window.clearTimeout(timer.current);
      if (mode === 'note' || !hasText) return stopped();
      if (Date.now() - told.current > AGAIN) tell(true);
      timer.current = window.setTimeout(stopped, PAUSE);
    };
    return { typed, stopped };
  }, [ask, conversationId, mode]);
  useEffect(() => typing.stopped, [typing]);
  return typing;
}
