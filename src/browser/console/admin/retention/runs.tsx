import { App, Button, Empty, Tooltip } from 'antd';
import { useState } from 'react';
import type { RetentionRunView } from '../../../../contract/index.js';
import { useCategories } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { QueryState } from '../../shared/query-state.js';
import { useKept, useRetentionRuns, useStartRetention } from './queries.js';
import { useRetentionTexts } from './texts.js';

const BADGES: Record<RetentionRunView['status'], string> = {
  running: 'badge badge-info',
  done: 'badge badge-ok',
  failed: 'badge badge-warn',
};

/** What was done, the newest first, and the way to do it now. @param mayRun what is saved is what one sees, and is something */
export function Runs({ mayRun }: { mayRun: boolean }) {
  const { t } = useLanguage();
  const texts = useRetentionTexts();
  const { modal, message } = App.useApp();
  const query = useRetentionRuns();
  const start = useStartRetention();
  const ask = () =>
    modal.confirm({
      title: texts('runAsk'),
      content: texts('runDetail'),
      okText: texts('runNow'),
      okButtonProps: { danger: true },
      onOk: () =>
        start.mutateAsync().catch((error) => {
          const { title, detail } = problemText(t, error);
          void message.error(detail ?? title);
        }),
    });
  return (
    <section aria-label={texts('runs')}>
      <div className="retention-heading">
        <h3>{texts('runs')}</h3>
        <Tooltip title={mayRun ? '' : texts('saveFirst')}>
          <Button size="small" disabled={!mayRun} loading={start.isPending} onClick={ask}>
            {texts('runNow')}
          </Button>
        </Tooltip>
      </div>
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty description={texts('noRuns')} image={Empty.PRESENTED_IMAGE_SIMPLE} />
          ) : (
            <ul className="sheet retention-list">
              {items.map((run) => (
                <li key={run.id}>
                  <Run run={run} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
    </section>
  );
}

function Run({ run }: { run: RetentionRunView }) {
  const { pick, formats } = useLanguage();
  const texts = useRetentionTexts();
  const known = useCategories().data?.items ?? [];
  const nameOf = ({ category, subCategory }: RetentionRunView['counts'][number]): string => {
    const found = known.find(({ key }) => key === category);
    const sub = found?.subCategories.find(({ key }) => key === subCategory);
    if (!found) return category ?? texts('unsorted');
    return subCategory ? `${pick(found.name)} › ${sub ? pick(sub.name) : subCategory}` : pick(found.name);
  };
  const done = run.counts.map((count) => `${nameOf(count)} ${texts(`touch.${count.deed}`, { count: count.cases })}`);
  const kept = Object.values(run.kept).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <div className="retention-line">
        <span className={BADGES[run.status]}>{texts(`status.${run.status}`)}</span>
        <span>{done.length > 0 ? done.join(' · ') : run.status === 'done' && texts('nothingDone')}</span>
        <span className="retention-quiet">
          {run.startedBy ? texts('by', { name: run.startedBy }) : texts('nightly')}
        </span>
        <time className="retention-quiet tabular" dateTime={run.startedAt} title={formats.full(run.startedAt)}>
          {formats.short(run.startedAt)}
        </time>
      </div>
      {kept > 0 && <Kept id={run.id} count={kept} />}
    </>
  );
}

function Kept({ id, count }: { id: string; count: number }) {
  const texts = useRetentionTexts();
  const [isOpen, setIsOpen] = useState(false);
  const query = useKept(id, isOpen);
  return (
    <details className="retention-kept" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{texts('kept', { count })}</summary>
      {isOpen && (
        <QueryState query={query}>
          {({ items, nextCursor }) => (
            <>
              <ul>
                {items.map(({ number, deed, reason }) => (
                  <li key={`${number} ${deed}`}>
                    <span className="tabular">{number}</span> · {texts(deed)} · {texts(`reason.${reason}`)}
                  </li>
                ))}
              </ul>
              {nextCursor !== undefined && <p className="retention-quiet">{texts('moreKept')}</p>}
            </>
          )}
        </QueryState>
      )}
    </details>
  );
}
