import type { CustomerEntryView, Locale } from '../../../../contract/index.js';
import type { Texts } from '../texts/index.js';

/** What a system entry says, in the reader's language; its own text where we have no words for it. */
export function systemText({ data, body }: CustomerEntryView, text: Texts, locale: Locale): string {
  switch (data?.type) {
    case 'ticket_opened':
      return text.ticketOpened(data.number);
    case 'agent_joined':
      return text.agentJoined(data.name);
    case 'handed_over':
      return text.handedOver(data.team[locale]);
    case 'identified':
      return text.identified(data.name);
    case 'ticket_status':
      return text.statusChanged(text.status[data.status]);
    case 'rating_requested':
      return text.ratingRequested;
    case 'rated':
      return text.rated(data.score);
    default:
      return body;
  }
}
