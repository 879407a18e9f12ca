import type { ComponentChildren } from 'preact';
import type { CustomerEntryView } from '../../../../contract/index.js';
import { clockTime } from '../../../ui/relative-time.js';
import { useTexts } from '../state/context.js';
import type { State } from '../state/store.js';
import { Attachments } from './attachments.js';
import { BotName } from './bot-name.js';
import { Icon } from './icon.js';
import { RichText } from './rich-text.js';
import type { useBot } from './use-later.js';

interface Props {
  entry: CustomerEntryView;
  /** The entry before it is by the same author, moments ago: no name, less space. */
  isContinued: boolean;
  /** A bot's answer that may still be judged. */
  isOpen: boolean;
  /** Nothing has been said since. */
  isLast: boolean;
  /** It takes the place of something that was on screen: it does not rise. */
  isSettled: boolean;
  /** Said below the customer's last message: delivered, read. */
  receipt?: string;
  bot: ReturnType<typeof useBot>;
  state: State;
}

/** One entry of the thread: a line of the system, or a bubble with what it carries. */
export function Entry({ entry, isContinued, isOpen, isLast, isSettled, receipt, bot, state }: Props) {
  const text = useTexts();
  const { author, data, body, attachments } = entry;
  if (entry.kind !== 'message') return bot ? <bot.SystemLine entry={entry} /> : null;
  const isOwn = author.kind === 'customer';
  const isBot = author.kind === 'bot';
  const name = isOwn ? text.you : author.name;
  return (
    <div class={`entry ${isOwn ? 'own' : 'theirs'} ${isContinued ? 'continued' : ''} ${isSettled ? 'settled' : ''}`}>
      {!isOwn && (
        <span class={`avatar ${author.kind}`} aria-hidden="true">
          {isBot ? <Icon name="lantern" /> : name.slice(0, 1)}
        </span>
      )}
      <div class="entry-main">
        {isBot ? (
          <BotName isGenerated={data?.type === 'bot_answer' && data.generated} />
        ) : (
          <p class={isOwn || isContinued ? 'hidden' : 'name small'}>{name}</p>
        )}
        {body && (
          <Bubble time={clockTime(Date.parse(entry.createdAt), state.locale)}>
            <RichText text={body} />
          </Bubble>
        )}
        {attachments.length > 0 && <Attachments attachments={attachments} />}
        {data?.type === 'card' && bot && <bot.FactCard card={data.card} />}
        {isBot && data && bot && <bot.BotExtras entry={entry} isOpen={isOpen} isLast={isLast} />}
        {receipt && <p class="small">{receipt}</p>}
      </div>
    </div>
  );
}

/** The text of a message; its time is seen on pointing at it and read out. */
function Bubble({ time, children }: { time: string; children: ComponentChildren }) {
  return (
    <p class="bubble" title={time}>
      {children}
    </p>
  );
}
