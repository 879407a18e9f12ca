import { Alert } from 'antd';
import type { RetimePreview } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { formatRoute } from '../../routing/route.js';
import { Link } from '../../shared/link.js';
import { QueryState } from '../../shared/query-state.js';
import { useSettled } from '../../shared/use-settled.js';
import { useOutlook } from './queries.js';
import { useSlaTexts } from './texts.js';

/** What timing the running clocks anew would do: how many move, and which would be overdue at once. @param ask about this draft */
export function RetimeOutlook({ draft, ask }: { draft: object; ask: () => Promise<RetimePreview> }) {
  const query = useOutlook([useSettled(JSON.stringify(draft))], ask);
  return (
    <div className="sla-outlook" aria-live="polite">
      <QueryState query={query}>
        {(outlook) => <Outlook outlook={outlook} isOld={query.isPlaceholderData} />}
      </QueryState>
    </div>
  );
}

function Outlook({ outlook, isOld }: { outlook: RetimePreview; isOld: boolean }) {
  const { t, formats } = useLanguage();
  const texts = useSlaTexts();
  const { moving, overdueAtOnce, running, more, examples } = outlook;
  return (
    <div data-old={isOld || undefined}>
      <Alert
        type={overdueAtOnce > 0 ? 'warning' : 'info'}
        showIcon
        title={
          moving === 0
            ? texts('movesNone', { running })
            : texts(overdueAtOnce > 0 ? 'movesOverdue' : 'moves', { moving, running, overdue: overdueAtOnce })
        }
        description={more ? texts('movesMore') : undefined}
      />
      {examples.length > 0 && (
        <table className="sla-examples">
          <thead>
            <tr className="sla-example">
              <th scope="col">{texts('case')}</th>
              <th scope="col">{texts('clock')}</th>
              <th scope="col">{texts('dueBefore')}</th>
              <th scope="col">{texts('dueAfter')}</th>
            </tr>
          </thead>
          <tbody>
            {examples.map(({ number, kind, dueAt, newDueAt }) => {
              const isOverdue = Date.parse(newDueAt) <= Date.now();
              return (
                <tr key={`${number} ${kind}`} className="sla-example">
                  <td>
                    <Link to={formatRoute({ number, list: 'mine', panel: false })}>{number}</Link>
                  </td>
                  <td>{t(`sla.${kind}`)}</td>
                  <td className="tabular">{formats.short(dueAt)}</td>
                  <td className={isOverdue ? 'tabular sla-example-late' : 'tabular'}>
                    {formats.short(newDueAt)}
                    {isOverdue && <span className="badge sla-overdue">{texts('atOnce')}</span>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </div>
  );
}
