import { useEffect, useState } from 'preact/hooks';
import type { CustomerEntryView, ServerToWidget } from '../../../../../contract/index.js';
import { BotName } from '../../parts/bot-name.js';
import { Icon } from '../../parts/icon.js';
import { useDesk } from '../../state/context.js';
import { useBotTexts } from './texts.js';

/** Whoever was writing and has said nothing for so long is taken to be gone. */
const PATIENCE_MS = 45_000;

interface Props {
  conversationId: string;
  entries: CustomerEntryView[];
  /** Text is on screen that an entry will take the place of. */
  onShown: () => void;
}

/** All of it so far, and after which entry it is being written. */
interface Written {
  text: string;
  after: number;
}

/** Whether the bot still owes an answer: a push that was overtaken by its entry shows nothing. */
function isOwed(entries: CustomerEntryView[]): boolean {
  const last = entries.findLast(({ kind }) => kind === 'message');
  const { data } = last ?? {};
  return last?.author.kind === 'customer' || (data?.type === 'bot_answer' && data.outcome === 'not_helped');
}

/**
 * What the bot is writing, as it grows. Nobody has it read aloud in pieces: the entry that takes its place is read once. Mounted while
 * the line stands, so that a line that breaks ends it.
 */
export function Writing({ conversationId, entries, onShown }: Props) {
  const desk = useDesk();
  const words = useBotTexts();
  const [written, setWritten] = useState<Written>();

  useEffect(() => {
    const take: ServerToWidget['bot.writing'] = (push) => {
      if (push.conversationId !== conversationId) return;
      const { threads, outbox } = desk.store.get();
      const said = threads[conversationId]?.entries ?? [];
      // The question itself may still be on its way back to this screen.
      const isAwaited = isOwed(said) || outbox.some((item) => item.conversation === conversationId);
      setWritten(push.ended || !isAwaited ? undefined : { text: push.text, after: said.at(-1)?.seq ?? 0 });
    };
    return desk.listen('bot.writing', take);
  }, [desk, conversationId]);

  useEffect(() => {
    if (!written) return;
    const timer = setTimeout(() => setWritten(undefined), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [written]);

  if (!written || entries.some(({ author, seq }) => author.kind !== 'customer' && seq > written.after)) return null;
  const { text } = written;
  if (!text) {
    return (
      <p class="typing row small">
        <span class="dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        {words.thinking}
      </p>
    );
  }
  onShown();
  return (
    <div class="entry theirs settled" aria-hidden="true">
      <span class="avatar bot">
        <Icon name="lantern" />
      </span>
      <div class="entry-main">
        <BotName isGenerated />
        <p class="bubble grows">{text}</p>
      </div>
    </div>
  );
}
