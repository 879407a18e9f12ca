import { Button, Skeleton } from 'antd';
import { type KeyboardEvent, useRef } from 'react';
import { BOT_CONVERSATION_LISTS, type BotConversationList } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { moveFocus } from '../lists/move-focus.js';
import { botAddress } from '../routing/place.js';
import { goTo, useAddressQuery } from '../routing/use-route.js';
import { useShortcuts } from '../shortcuts/use-shortcuts.js';
import { ConversationRow } from './conversation-row.js';
import { useBotConversations, useBotCounts } from './queries.js';
import { isFiltered, listOf, questionOf } from './question.js';
import { useBotTexts } from './texts.js';

/** The left pane: the lists, one of them open, the latest first. */
export function ConversationList({ open }: { open?: string }) {
  const texts = useBotTexts();
  const address = useAddressQuery();
  const list = listOf(address);
  const count = useBotCounts().data?.needsPerson;
  const pane = useRef<HTMLElement>(null);
  useShortcuts({ j: () => moveFocus(pane.current, 1), k: () => moveFocus(pane.current, -1) });
  const arrows = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    moveFocus(pane.current, event.key === 'ArrowDown' ? 1 : -1);
  };
  const show = (each: BotConversationList) => goTo(`${botAddress(open)}?list=${each}`);
  return (
    <nav className="bot-list" aria-label={texts('title')} ref={pane}>
      <ul className="bot-tabs" aria-label={texts('lists')}>
        {BOT_CONVERSATION_LISTS.map((each) => (
          <li key={each}>
            <button type="button" aria-current={each === list ? 'true' : undefined} onClick={() => show(each)}>
              {texts(`list.${each}`)}
              {each === 'needs_person' && count !== undefined && <span className="tabular">{count}</span>}
            </button>
          </li>
        ))}
      </ul>
      {isFiltered(address) && (
        <p className="bot-filtered">
          {texts('filtered')}
          <button type="button" className="quiet-button" onClick={() => show(list)}>
            {texts('clear')}
          </button>
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move between the links within. */}
      <div className="bot-rows" onKeyDown={arrows}>
        <Rows open={open} address={address} />
      </div>
    </nav>
  );
}

function Rows({ open, address }: { open?: string; address: URLSearchParams }) {
  const { t } = useLanguage();
  const texts = useBotTexts();
  const query = useBotConversations(questionOf(address));
  if (query.isPending)
    return (
      <div role="status" aria-label={t('common.loading')} className="bot-waiting">
        <Skeleton active paragraph={{ rows: 8 }} />
      </div>
    );
  if (!query.data) {
    const { title, detail } = problemText(t, query.error);
    return (
      <div className="placeholder" role="alert">
        <strong>{texts('failed')}</strong>
        <p>{detail ?? title}</p>
        <Button onClick={() => void query.refetch()}>{t('common.retry')}</Button>
      </div>
    );
  }
  // A conversation that moved while pages were fetched one by one may come twice.
  const rows = [...new Map(query.data.pages.flatMap(({ items }) => items).map((row) => [row.id, row])).values()];
  if (rows.length === 0) return <Empty address={address} />;
  return (
    <>
      <ul>
        {rows.map((row) => (
          <ConversationRow key={row.id} conversation={row} isOpen={row.id === open} search={address.toString()} />
        ))}
      </ul>
      {query.hasNextPage && (
        <div className="bot-more">
          <Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {texts('more')}
          </Button>
        </div>
      )}
    </>
  );
}

function Empty({ address }: { address: URLSearchParams }) {
  const texts = useBotTexts();
  const list = listOf(address) === 'needs_person' ? 'needs_person' : 'other';
  return (
    <div className="placeholder">
      <strong>{isFiltered(address) ? texts('none.filtered') : texts(`none.${list}`)}</strong>
      {!isFiltered(address) && <p>{texts(`none.${list}.detail`)}</p>}
    </div>
  );
}
