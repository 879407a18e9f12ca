import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button, Drawer, Skeleton } from 'antd';
import { Suspense, useState } from 'react';
import {
  BULK_CASE_STATES,
  type BulkActionView,
  type BulkCaseState,
  type BulkCaseView,
} from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { formatRoute } from '../routing/route.js';
import { Choice } from '../shared/choice.js';
import { fetchedLater } from '../shared/fetched-later.js';
import { Link } from '../shared/link.js';
import { useBulkDialogTexts } from './dialog-texts.js';
import { bulkApi, isUnderWay } from './queries.js';
import { seenActions } from './seen.js';
import { useBulkTexts } from './texts.js';
import { nameOf } from './words.js';
import './bulk-results.css';

const BulkDialog = fetchedLater(() => import('./bulk-dialog.js'));

/** What somebody has to see to comes first. */
const ORDER: readonly BulkCaseState[] = ['failed', 'undone', 'skipped', 'done', 'waiting'];

/** What came of it in each case, with the way there; and once more for those that are left. */
export default function BulkResults({ action, onClose }: { action: BulkActionView; onClose: () => void }) {
  const texts = useBulkTexts();
  const words = useBulkDialogTexts();
  const { id, deed, counts } = action;
  const states = ORDER.filter((state) => counts[state] > 0);
  const [chosen, setChosen] = useState<BulkCaseState>();
  const [isAgain, setIsAgain] = useState(false);
  const state = chosen && states.includes(chosen) ? chosen : (states[0] ?? BULK_CASE_STATES[0]);
  const left = counts.failed + counts.undone;
  const name = nameOf(deed);
  return (
    <Drawer
      open
      onClose={onClose}
      size={460}
      title={words('results', { what: texts(`of.${name}`) })}
      footer={
        !isUnderWay(action) && left > 0 ? (
          <Button type="primary" onClick={() => setIsAgain(true)}>
            {words('again', { count: left })}
          </Button>
        ) : null
      }
    >
      <Choice
        label={words('results', { what: texts(`of.${name}`) })}
        value={state}
        options={states.map((value) => ({ value, label: `${words(`state.${value}`)} ${counts[value]}` }))}
        onChange={setChosen}
      />
      <Cases key={state} id={id} state={state} count={counts[state]} onOpen={onClose} />
      {isAgain && (
        <Suspense>
          <BulkDialog
            deed={name}
            before={deed}
            scope={{ by: 'unfinished', actionId: id }}
            onOrdered={() => seenActions.add(id)}
            onClose={() => {
              setIsAgain(false);
              onClose();
            }}
          />
        </Suspense>
      )}
    </Drawer>
  );
}

interface CasesProps {
  id: string;
  state: BulkCaseState;
  /** Changes while it is under way: then they are read again. */
  count: number;
  onOpen: () => void;
}

function Cases({ id, state, count, onOpen }: CasesProps) {
  const { t } = useLanguage();
  const words = useBulkDialogTexts();
  const cases = useInfiniteQuery({
    queryKey: ['bulk-cases', id, state, count],
    queryFn: ({ pageParam }) => bulkApi.cases(id, state, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (last) => last,
  });
  if (cases.isPending) return <Skeleton active paragraph={{ rows: 6 }} style={{ marginTop: 16 }} />;
  if (cases.isError)
    return (
      <Alert
        type="error"
        showIcon
        style={{ marginTop: 16 }}
        title={problemText(t, cases.error).title}
        action={<Button onClick={() => void cases.refetch()}>{t('common.retry')}</Button>}
      />
    );
  const items = cases.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <p className="placeholder">{words('empty')}</p>;
  return (
    <>
      <ul className="bulk-cases">
        {items.map((item) => (
          <Case key={item.number} item={item} onOpen={onOpen} />
        ))}
      </ul>
      {cases.hasNextPage && (
        <Button loading={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>
          {words('moreCases')}
        </Button>
      )}
    </>
  );
}

function Case({ item, onOpen }: { item: BulkCaseView; onOpen: () => void }) {
  const { t } = useLanguage();
  const words = useBulkDialogTexts();
  const { number, subject, customerName, skip, problem } = item;
  return (
    <li>
      <Link to={formatRoute({ number, list: 'mine', panel: false })} onClick={onOpen}>
        {number}
      </Link>
      <span className="ellipsis">
        {subject === undefined
          ? words('hidden')
          : [customerName || t('customer.visitor'), subject || t('lists.noSubject')].join(' · ')}
      </span>
      {skip && <small>{words(`skip.${skip}`)}</small>}
      {problem && (
        <small className="bulk-problem">
          {problem.title}
          {problem.detail && `：${problem.detail}`}
        </small>
      )}
    </li>
  );
}
