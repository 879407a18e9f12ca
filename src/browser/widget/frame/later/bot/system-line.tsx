import type { CustomerEntryView } from '../../../../../contract/index.js';
import { dayAndTime } from '../../logic/durations.js';
import { useDesk, useNow, useTexts } from '../../state/context.js';
import { useLineTexts } from './line-texts.js';

/** What a line of the system says, in the reader's language; its own text where we have no words for it. */
export function SystemLine({ entry }: { entry: CustomerEntryView }) {
  const { status, promised } = useTexts();
  const text = useLineTexts();
  const now = useNow();
  const { locale } = useDesk().store.get();
  return <p class="system small">{words()}</p>;

  function words(): string {
    const { data, body } = entry;
    switch (data?.type) {
      case 'ticket_opened':
        return text.ticketOpened(data.number);
      case 'agent_joined':
        return text.agentJoined(data.name);
      case 'handed_over':
        return text.handedOver(data.team[locale]);
      case 'returned_to_queue':
        return text.returnedToQueue;
      case 'identified':
        return text.identified(data.name);
      case 'ticket_status':
        // Only what had ended opens here; whether somebody has it yet, the case's own state says.
        return data.status === 'open' ? text.reopened : text.statusChanged(status[data.status]);
      case 'rating_requested':
        return text.ratingRequested;
      case 'promised':
        return promised(dayAndTime(Date.parse(data.promisedAt), now, locale), data.basis);
      case 'rated':
        return text.rated(data.score);
      default:
        return body;
    }
  }
}
