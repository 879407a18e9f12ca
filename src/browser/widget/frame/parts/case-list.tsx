import type { Locale } from '../../../../contract/index.js';
import { relativeTime } from '../../../ui/relative-time.js';
import { useDesk, useNow, useTexts } from '../state/context.js';
import type { State } from '../state/store.js';
import { Icon } from './icon.js';

const SHOWN = 6;

function topicName({ site, locale }: State, category: string | undefined, fallback: string): string {
  return site?.topics.find(({ key }) => key === category)?.label[locale as Locale] ?? fallback;
}

/** The customer's conversations, the latest first, those not sent yet at the top. */
export function CaseList({ state }: { state: State }) {
  const desk = useDesk();
  const text = useTexts();
  const now = useNow();
  const { conversations, locals, outbox, locale } = state;
  const unsent = locals.filter(({ id }) => outbox.some((item) => item.conversation === id) || desk.draftOf(id));
  if (conversations.length + unsent.length === 0) return null;
  return (
    <section class="section">
      <h2>{text.myCases}</h2>
      <ul class="list card">
        {unsent.map(({ id, category }) => (
          <li key={id}>
            <button type="button" class="row" onClick={() => desk.goTo(id)}>
              <span class="item">
                <span class="row">
                  <strong>{topicName(state, category, text.support)}</strong>
                  <span class="chip">{outbox.some((item) => item.conversation === id) ? text.unsent : text.draft}</span>
                </span>
                <span class="small preview">
                  {outbox.find((item) => item.conversation === id)?.body ?? desk.draftOf(id)}
                </span>
              </span>
              <Icon name="next" />
            </button>
          </li>
        ))}
        {conversations.slice(0, SHOWN).map((each) => {
          const unread = Math.max(0, each.lastSeq - each.readSeq);
          return (
            <li key={each.id}>
              <button type="button" class="row" onClick={() => desk.goTo(each.id)}>
                <span class="item">
                  <span class="row">
                    {unread > 0 && (
                      <span class="dot">
                        <span class="hidden">{text.unread(unread)}</span>
                      </span>
                    )}
                    <strong>{topicName(state, each.category, text.support)}</strong>
                    {each.ticket && <span class={`chip ${each.ticket.status}`}>{text.status[each.ticket.status]}</span>}
                    <time class="small" dateTime={each.lastActivityAt}>
                      {relativeTime(Date.parse(each.lastActivityAt), now, locale)}
                    </time>
                  </span>
                  <span class="small preview">{each.preview || text.emptyThread}</span>
                </span>
                <Icon name="next" />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
