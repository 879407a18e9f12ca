import { relativeTime } from '../../../ui/relative-time.js';
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
      })),
    ...conversations.slice(0, SHOWN).map(({ id, category, lastSeq, readSeq, ticket, preview, lastActivityAt }) => ({
      id,
      category,
      unread: Math.max(0, lastSeq - readSeq),
      chip: ticket && text.status[ticket.status],
      kind: ticket?.status,
      preview: preview || text.emptyThread,
      at: lastActivityAt,
    })),
  ];
  if (!rows.length) return null;
  return (
    <section class="section">
      <h2>{text.myCases}</h2>
      <ul class="list card">
        {rows.map(({ id, category, unread, chip, kind, preview, at }) => (
          <li key={id}>
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
