import { relativeTime } from '../../../ui/relative-time.js';
import { standing } from '../logic/standing.js';
import { useDesk, useNow, useTexts } from '../state/context.js';
import type { State } from '../state/store.js';
import { Icon } from './icon.js';

const SHOWN = 6;

/** The customer's conversations, the latest first, those not sent yet at the top. */
export function CaseList({ state }: { state: State }) {
  const desk = useDesk();
  const text = useTexts();
  const now = useNow();
  const { conversations, locals, outbox, locale, site } = state;
  const unsent = (id: string) => outbox.find((item) => item.conversation === id);
  const rows = [
    ...locals
      .filter(({ id }) => unsent(id) || desk.draftOf(id))
      .map(({ id, category }) => ({
        id,
        category,
        unread: 0,
        chip: unsent(id) ? text.unsent : text.draft,
        kind: '',
        preview: unsent(id)?.body ?? desk.draftOf(id),
        at: undefined,
        isOpen: false,
      })),
    ...conversations
      .filter(({ id, unspoken }) => !unspoken || desk.draftOf(id))
      .slice(0, SHOWN)
      .map(({ id, category, lastSeq, readSeq, ticket, preview, lastActivityAt, closed, unspoken }) => ({
        id,
        category,
        unread: Math.max(0, lastSeq - readSeq),
        chip: unspoken ? text.draft : ticket && text.status[standing(ticket)],
        kind: ticket && standing(ticket),
        preview: unspoken ? desk.draftOf(id) : preview || text.emptyThread,
        at: lastActivityAt,
        isOpen: Boolean(ticket) && !closed,
      })),
  ];
  if (!rows.length) return null;
  return (
    <section class="section">
      <h2>{text.myCases}</h2>
      <ul class="list card">
        {rows.map(({ id, category, unread, chip, kind, preview, at, isOpen }) => (
          <li key={id} class={isOpen ? 'current' : ''}>
            <button type="button" class="row" onClick={() => desk.goTo(id)}>
              <span class="item">
                <span class="row">
                  {unread > 0 && (
                    <span class="dot">
                      <span class="hidden">{text.unread(unread)}</span>
                    </span>
                  )}
                  <strong>{site?.topics.find(({ key }) => key === category)?.label[locale] ?? text.support}</strong>
                  {chip && <span class={`chip ${kind}`}>{chip}</span>}
                  {at && (
                    <time class="small" dateTime={at}>
                      {relativeTime(Date.parse(at), now, locale)}
                    </time>
                  )}
                </span>
                <span class="small preview">{preview}</span>
              </span>
              <Icon name="next" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
