import type { ComponentChildren } from 'preact';
import type { CustomerEntryView } from '../../../../contract/index.js';
import { clockTime } from '../../../ui/relative-time.js';
import { useTexts } from '../state/context.js';
import type { State } from '../state/store.js';
import { Attachments } from './attachments.js';
import { BotAnswer } from './bot-answer.js';
import { FactCard } from './fact-card.js';
import { Icon } from './icon.js';
import { RichText } from './rich-text.js';
import { systemText } from './system-text.js';

interface Props {
  entry: CustomerEntryView;
  /** The entry before it is by the same author, moments ago: no name, less space. */
  isContinued: boolean;
  /** A bot's answer that may still be judged. */
  isOpen: boolean;
  /** Said below the customer's last message: delivered, read. */
  receipt?: string;
  state: State;
}

/** One entry of the thread: a line of the system, or a bubble with what it carries. */
export function Entry({ entry, isContinued, isOpen, receipt, state }: Props) {
  const text = useTexts();
  const { author, data, body, attachments } = entry;
  if (entry.kind !== 'message') {
    return <p class="system small">{systemText(entry, text, state.locale)}</p>;
  }
  const isOwn = author.kind === 'customer';
  const name = isOwn ? text.you : author.kind === 'bot' ? text.botName : author.name;
  return (
    <div class={`entry ${isOwn ? 'own' : 'theirs'} ${isContinued ? 'continued' : ''}`}>
      {!isOwn && (
        <span class={`avatar ${author.kind}`} aria-hidden="true">
          {author.kind === 'bot' ? <Icon name="lantern" /> : name.slice(0, 1)}
        </span>
      )}
      <div class="entry-main">
        <p class={isOwn || isContinued ? 'hidden' : 'name small'}>{name}</p>
        {body && (
          <Bubble time={clockTime(Date.parse(entry.createdAt), state.locale)}>
            <RichText text={body} />
          </Bubble>
        )}
        {attachments.length > 0 && <Attachments attachments={attachments} />}
        {data?.type === 'card' && <FactCard card={data.card} />}
        {data?.type === 'bot_answer' && <BotAnswer entry={entry} data={data} isOpen={isOpen} />}
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
