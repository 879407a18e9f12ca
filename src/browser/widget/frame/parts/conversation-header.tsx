import { useEffect, useRef, useState } from 'preact/hooks';
import type { CustomerConversationView, CustomerTicketView } from '../../../../contract/index.js';
import { useDesk, useTexts } from '../state/context.js';
import type { LocalConversation, State } from '../state/store.js';
import type { Texts } from '../texts/zh-CN.js';
import { CloseButton } from './close-button.js';
import { Icon } from './icon.js';

interface Props {
  id: string;
  conversation?: CustomerConversationView;
  local?: LocalConversation;
  state: State;
}

/** Who is at it; of a case that nobody works on any more, its status. */
function handling(text: Texts, ticket?: CustomerTicketView): string {
  if (ticket && ['resolved', 'closed', 'cancelled'].includes(ticket.status)) return text.status[ticket.status];
  return ticket?.agentName ? text.agentState(ticket.agentName) : text.queueState;
}

/** Topic, who answers, the way back, and 转人工 for as long as the bot answers. */
export function ConversationHeader({ id, conversation, local, state }: Props) {
  const desk = useDesk();
  const text = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  const [isAsking, setAsking] = useState(false);
  const { site, locale, conversations, wantsPerson } = state;
  const category = (conversation ?? local)?.category;
  const topic = site?.topics.find(({ key }) => key === category)?.label[locale] ?? text.support;
  const withBot = (conversation?.handler ?? 'bot') === 'bot';
  const ticket = conversation?.ticket;
  const unreadElsewhere = conversations.some((each) => each.id !== id && each.lastSeq > each.readSeq);

  useEffect(() => heading.current?.focus({ preventScroll: true }), []);

  async function requestPerson(): Promise<void> {
    setAsking(true);
    await desk.requestPerson(id);
    setAsking(false);
  }

  return (
    <header class="bar">
      <button type="button" class="icon-button" aria-label={text.back} onClick={desk.goHome}>
        <Icon name="back" />
        {unreadElsewhere && <span class="dot" />}
      </button>
      <div class="bar-title">
        <h1 ref={heading} tabIndex={-1}>
          {topic}
        </h1>
        <p aria-live="polite">{withBot ? text.botState : handling(text, ticket)}</p>
      </div>
      {withBot && !conversation?.closed && (
        <button
          type="button"
          class="pill primary"
          disabled={isAsking || wantsPerson.includes(id)}
          onClick={() => void requestPerson()}
        >
          <Icon name="person" />
          {text.person}
        </button>
      )}
      <CloseButton />
    </header>
  );
}
