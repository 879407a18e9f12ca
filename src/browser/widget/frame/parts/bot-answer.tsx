import { useState } from 'preact/hooks';
import type { CustomerEntryView, EntryData } from '../../../../contract/index.js';
import { useDesk, useTexts } from '../state/context.js';
import { Articles } from './articles.js';
import { Icon } from './icon.js';

interface Props {
  entry: CustomerEntryView;
  data: Extract<EntryData, { type: 'bot_answer' }>;
  /** The bot still answers here, and this is its latest answer: it may be judged. */
  isOpen: boolean;
}

/** The articles of a bot's answer, and whether they helped. */
export function BotAnswer({ entry, data, isOpen }: Props) {
  const desk = useDesk();
  const text = useTexts();
  const [isBusy, setBusy] = useState(false);

  async function judge(helped: boolean): Promise<void> {
    setBusy(true);
    await desk.rateBot(entry.conversationId, entry.id, helped);
    setBusy(false);
  }

  return (
    <>
      {data.articles.length > 0 && <Articles articles={data.articles} />}
      {data.outcome && (
        <p class="judged row small">
          <Icon name="check" />
          {data.outcome === 'helped' ? text.helpedDone : text.notHelpedDone}
        </p>
      )}
      {!data.outcome && isOpen && (
        <div class="row wrap">
          {data.articles.length > 0 && (
            <button type="button" class="pill outline" disabled={isBusy} onClick={() => void judge(true)}>
              <Icon name="check" />
              {text.helped}
            </button>
          )}
          <button type="button" class="pill outline" disabled={isBusy} onClick={() => void judge(false)}>
            <Icon name="person" />
            {data.articles.length > 0 ? text.notHelped : text.person}
          </button>
        </div>
      )}
    </>
  );
}
