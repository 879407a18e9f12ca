import { type KeyboardEvent, useRef } from 'react';
import { TICKET_LISTS, type TicketList } from '../../../contract/index.js';
import { useTicketCounts } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { navigate, useRoute } from '../routing/use-route.js';
import { useShortcuts } from '../shortcuts/use-shortcuts.js';
import { moveFocus } from './move-focus.js';
import { TicketRows } from './ticket-rows.js';
import './lists.css';

/** The left pane: the lists, one of them open. */
export function ListsPane() {
  const { t } = useLanguage();
  const { list } = useRoute();
  const counts = useTicketCounts().data;
  const pane = useRef<HTMLElement>(null);

  useShortcuts({
    j: () => moveFocus(pane.current, 1),
    k: () => moveFocus(pane.current, -1),
    1: () => navigate({ list: 'mine' }),
    2: () => navigate({ list: 'queued' }),
    3: () => navigate({ list: 'follow_up' }),
    4: () => navigate({ list: 'resolved' }),
    5: () => navigate({ list: 'snoozed' }),
  });

  const arrows = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    moveFocus(pane.current, event.key === 'ArrowDown' ? 1 : -1);
  };

  return (
    <nav className="lists" aria-label={t('lists.label')} ref={pane}>
      <ul className="list-tabs">
        {TICKET_LISTS.map((each) => (
          <li key={each}>
            <ListTab list={each} isOpen={each === list} count={counts?.[each]} />
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move between the links within. */}
      <div className="list-scroll" onKeyDown={arrows}>
        <TicketRows key={list} list={list} />
      </div>
    </nav>
  );
}

function ListTab({ list, isOpen, count }: { list: TicketList; isOpen: boolean; count?: number }) {
  const { t } = useLanguage();
  return (
    <button
      type="button"
      className="list-tab"
      aria-current={isOpen ? 'true' : undefined}
      onClick={() => navigate({ list })}
    >
      <span>{t(`lists.${list}`)}</span>
      <span className="list-count tabular">{count ?? '–'}</span>
    </button>
  );
}
