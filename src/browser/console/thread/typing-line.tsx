import { useEffect, useState } from 'react';
import type { ServerToAgent } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { useRealtime } from '../realtime/realtime.js';

/** A lost "stopped" must not leave somebody typing for ever. Milliseconds. */
const FADES_AFTER = 7_000;

/** Who is typing on the other side. What they wrote having arrived, they are not. */
export function TypingLine({ conversationId, lastSeq }: { conversationId: string; lastSeq: number }) {
  const { t } = useLanguage();
  const { socket } = useRealtime();
  const [name, setName] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new entry ends the typing.
  useEffect(() => setName(undefined), [lastSeq]);
  useEffect(() => {
    let timer: number | undefined;
    const typing: ServerToAgent['typing'] = (push) => {
      if (push.conversationId !== conversationId) return;
      window.clearTimeout(timer);
      setName(push.isTyping ? push.name || t('customer.visitor') : undefined);
      if (push.isTyping) timer = window.setTimeout(() => setName(undefined), FADES_AFTER);
    };
    socket.on('typing', typing);
    return () => {
      window.clearTimeout(timer);
      socket.off('typing', typing);
    };
  }, [socket, conversationId, t]);
  return <div className="typing-line">{name && t('thread.typing', { name })}</div>;
}
