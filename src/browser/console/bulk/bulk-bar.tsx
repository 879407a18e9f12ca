import { CloseOutlined, DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { Suspense, useState } from 'react';
import { LIMITS } from '../../../contract/index.js';
import { fetchedLater } from '../shared/fetched-later.js';
import { useIsNarrow } from '../shared/use-is-narrow.js';
import type { Scope } from './queries.js';
import { useBulkTexts } from './texts.js';
import type { Selection } from './use-selection.js';
import { DEED_NAMES, type DeedName } from './words.js';
import './bulk-bar.css';

const BulkDialog = fetchedLater(() => import('./bulk-dialog.js'));

interface Props {
  selection: Selection;
  /** All that fit a question, beyond what is shown; left out: these cannot be meant. */
  all?: {
    /** How many; undefined: not known. */
    count: number | undefined;
    /** The question, as the server reads it now. */
    filter: () => Extract<Scope, { by: 'filter' }>['filter'];
  };
  /** In a pane beside others. */
  isSmall?: boolean;
}

/** What can be done with the rows that are ticked. */
export function BulkBar({ selection, all, isSmall = false }: Props) {
  const texts = useBulkTexts();
  const isNarrow = useIsNarrow() || isSmall;
  const [asked, setAsked] = useState<{ deed: DeedName; scope: Scope }>();
  if (selection.count === 0 && !asked) return null;
  const ask = (deed: DeedName) =>
    setAsked({
      deed,
      scope:
        all && selection.isAll ? { by: 'filter', filter: all.filter() } : { by: 'numbers', numbers: selection.numbers },
    });
  const count = all?.count;
  const isCounted = count !== undefined && count <= LIMITS.countedTickets;
  const hasMore = all && !selection.isAll && selection.mayAll && (!isCounted || count > selection.count);
  const chosen = () => {
    if (!selection.isAll) return texts('chosen', { count: selection.count });
    return isCounted ? texts('chosenAll', { count }) : texts('chosenEvery');
  };
  return (
    <section className="bulk-bar" aria-label={texts('bar')}>
      <span className="bulk-chosen tabular" role="status">
        {chosen()}
      </span>
      {hasMore && (
        <Button type="link" size="small" onClick={selection.chooseAll}>
          {isCounted ? texts('all', { count }) : texts('every')}
        </Button>
      )}
      {isNarrow ? (
        <Dropdown
          trigger={['click']}
          menu={{
            items: DEED_NAMES.map((deed) => ({ key: deed, label: texts(`deed.${deed}`), onClick: () => ask(deed) })),
          }}
        >
          <Button type="primary" size="small" className="bulk-deeds">
            {texts('deeds')}
            <DownOutlined aria-hidden />
          </Button>
        </Dropdown>
      ) : (
        <span className="bulk-deeds">
          {DEED_NAMES.map((deed) => (
            <Button key={deed} size="small" type={deed === 'answer' ? 'primary' : 'default'} onClick={() => ask(deed)}>
              {texts(`deed.${deed}`)}
            </Button>
          ))}
        </span>
      )}
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined aria-hidden />}
        aria-label={texts('none')}
        title={texts('none')}
        onClick={selection.clear}
      />
      {asked && (
        <Suspense>
          <BulkDialog
            deed={asked.deed}
            scope={asked.scope}
            onOrdered={selection.clear}
            onClose={() => setAsked(undefined)}
          />
        </Suspense>
      )}
    </section>
  );
}
