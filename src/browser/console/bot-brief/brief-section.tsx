import type { TicketView } from '../../../contract/index.js';
import { Section } from '../case-panel/section.js';
import { useThread } from '../thread/thread-state.js';
import { BriefCard } from './brief-card.js';
import { useBriefTexts } from './texts.js';

/** At the top of the panel, where the bot had a part: it stays in sight while one answers further down. */
export function BriefSection({ ticket }: { ticket: TicketView }) {
  const texts = useBriefTexts();
  // The note stands in the conversation by which the case was opened, and not in one that came by a merge.
  const own = ticket.threads.find(({ number }) => number === ticket.number);
  const entries = useThread(own?.conversationId).data?.entries ?? [];
  const note = entries.findLast(({ kind, data }) => kind === 'note' && data?.type === 'bot_brief');
  if (note?.data?.type !== 'bot_brief') return null;
  return (
    <Section name="brief" title={texts('title')}>
      <BriefCard brief={note.data.brief} />
    </Section>
  );
}
