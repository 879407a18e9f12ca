import { CloseOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { type KinshipView, LINK_KINDS_BY_HAND, type LinkKindByHand, type TicketView } from '../../../contract/index.js';
import { api } from '../api/endpoints.js';
import { FailedPart } from '../case-panel/failed-part.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { KinLine } from './kin-line.js';
import { useKinChanged, useKinship } from './queries.js';
import { useKinshipTexts } from './texts.js';
import './kinship.css';

/** What belongs to this case: what it is a part of, tasks, links, and what was merged into it. */
export function KinshipSection({ ticket }: { ticket: TicketView }) {
  const texts = useKinshipTexts();
  const query = useKinship(ticket.number);
  if (query.isPending) return <Skeleton active title={false} paragraph={{ rows: 2 }} />;
  if (!query.data) return <FailedPart error={query.error} onRetry={() => void query.refetch()} />;
  const { parent, parts, tasks, links, merged } = query.data;
  if (!parent && [parts, tasks, links, merged].every(({ length }) => length === 0))
    return <p className="panel-hint">{texts('none')}</p>;
  const done = tasks.filter(({ status }) => ['resolved', 'closed', 'cancelled'].includes(status)).length;
  return (
    <div className="kinship">
      {parent && (
        <Group title={texts('parent')}>
          <KinLine kin={parent} />
        </Group>
      )}
      {tasks.length > 0 && (
        <Group title={texts('tasks')} aside={texts('tasksDone', { done, count: tasks.length })}>
          {tasks.map((task) => (
            <KinLine key={task.number} kin={task} withAssignee />
          ))}
        </Group>
      )}
      {parts.length > 0 && (
        <Group title={texts('parts')}>
          {parts.map((part) => (
            <KinLine key={part.number} kin={part} />
          ))}
        </Group>
      )}
      {links.length > 0 && <LinkGroup ticket={ticket} links={links} />}
      {merged.length > 0 && <MergedGroup merged={merged} />}
    </div>
  );
}

function LinkGroup({ ticket, links }: { ticket: TicketView; links: KinshipView['links'] }) {
  const { t } = useLanguage();
  const texts = useKinshipTexts();
  const { message } = App.useApp();
  const changed = useKinChanged();
  const remove = useMutation({
    mutationFn: ({ kind, to }: { kind: LinkKindByHand; to: string }) => api.unlink(ticket.number, kind, to),
    onSuccess: (_view, { to }) => changed(ticket.number, to),
    onError: (error) => void message.error(problemText(t, error).title),
  });
  return (
    <Group title={texts('links')}>
      {links.map(({ kind, outward, other }) => {
        const byHand = LINK_KINDS_BY_HAND.find((known) => known === kind);
        return (
          <KinLine
            key={`${kind} ${outward} ${other.number}`}
            kin={other}
            how={texts(`${outward ? 'out' : 'in'}.${kind}`)}
          >
            {byHand && ticket.allowed.edit && (
              <button
                type="button"
                className="quiet-button"
                aria-label={texts('remove', { number: other.number })}
                onClick={() => remove.mutate({ kind: byHand, to: other.number })}
              >
                <CloseOutlined aria-hidden />
              </button>
            )}
          </KinLine>
        );
      })}
    </Group>
  );
}

function MergedGroup({ merged }: { merged: KinshipView['merged'] }) {
  const { formats } = useLanguage();
  const texts = useKinshipTexts();
  return (
    <Group title={texts('merged')}>
      {merged.map(({ number, customerName, at, rating }) => (
        <li key={number} className="kin">
          <span className="kin-line">
            <span className="tabular">{number}</span>
            <span className="ellipsis kin-subject">{customerName || texts('visitor')}</span>
            {rating && <span className="badge">{texts('rated', { score: rating.score })}</span>}
            <time dateTime={at} className="tabular kin-small">
              {formats.short(at)}
            </time>
          </span>
        </li>
      ))}
    </Group>
  );
}

function Group({ title, aside, children }: { title: string; aside?: string; children: ReactNode }) {
  return (
    <div className="kin-group">
      <h4>
        {title}
        {aside && <span className="kin-small tabular">{aside}</span>}
      </h4>
      <ul>{children}</ul>
    </div>
  );
}
