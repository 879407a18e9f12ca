import { LockFilled } from '@ant-design/icons';
import { Skeleton } from 'antd';
import type { TicketView } from '../../../contract/index.js';
import { useTimeline } from '../api/queries.js';
import { FailedPart } from '../case-panel/failed-part.js';
import { useLanguage } from '../i18n/i18n.js';
import { KinLine } from './kin-line.js';
import { useKinship } from './queries.js';
import { useKinshipTexts } from './texts.js';
import './kinship.css';

/** In place of a thread, which a task has not: the case it belongs to, and what colleagues have written to it. */
export function TaskPane({ ticket }: { ticket: TicketView }) {
  const { formats } = useLanguage();
  const texts = useKinshipTexts();
  const parent = useKinship(ticket.number).data?.parent;
  const timeline = useTimeline(ticket.number);
  const notes = timeline.data?.items.filter(({ kind }) => kind === 'note');
  return (
    <div className="task-pane">
      {parent && (
        <div className="kin-group">
          <h3>{texts('parent')}</h3>
          <ul>
            <KinLine kin={parent} />
          </ul>
        </div>
      )}
      <h3>{texts('taskNotes')}</h3>
      {timeline.isPending && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      {timeline.isError && <FailedPart error={timeline.error} onRetry={() => void timeline.refetch()} />}
      {notes?.length === 0 && <p className="panel-hint">{texts('taskNoNotes')}</p>}
      {notes?.map(({ id, actor, data, at }) => (
        <article key={id} className="note">
          <div className="entry-head">
            <LockFilled aria-hidden />
            <span className="entry-author">{actor.name}</span>
            <time dateTime={at} title={formats.full(at)} className="tabular">
              {formats.short(at)}
            </time>
          </div>
          <p className="task-note">{String(data.body ?? '')}</p>
        </article>
      ))}
    </div>
  );
}
