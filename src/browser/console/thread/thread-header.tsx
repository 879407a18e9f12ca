import { ArrowLeftOutlined, CopyOutlined, DownOutlined, IdcardOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Tooltip } from 'antd';
import { Suspense, useState } from 'react';
import type { TicketStatus, TicketView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { PriorityMark } from '../lists/priority-mark.js';
import { SlaChip } from '../lists/sla-chip.js';
import { navigate } from '../routing/use-route.js';
import { useStaff } from '../session/session.js';
import { fetchedLater } from '../shared/fetched-later.js';
import { useShortcuts } from '../shortcuts/use-shortcuts.js';
import { transitionKey } from './transition-key.js';
import { useTakeTicket } from './use-take-ticket.js';

const HandOverDialog = fetchedLater(() => import('./hand-over-dialog.js'));
const TransitionDialog = fetchedLater(() => import('./transition-dialog.js'));

type Dialog = { kind: 'handOver' } | { kind: 'transition'; to: TicketStatus };

/** What the ticket is, and what may be done with it now. */
export function ThreadHeader({ ticket }: { ticket: TicketView }) {
  const { t } = useLanguage();
  const staff = useStaff();
  const [dialog, setDialog] = useState<Dialog>();
  const take = useTakeTicket(ticket);
  const { transitions, assign } = ticket.allowed;
  const canResolve = transitions.includes('resolved');
  const others = transitions.filter((to) => to !== 'resolved');
  const close = () => setDialog(undefined);
  useShortcuts({
    a: () => assign && setDialog({ kind: 'handOver' }),
    e: () => canResolve && setDialog({ kind: 'transition', to: 'resolved' }),
  });
  return (
    <header className="thread-header">
      <div className="thread-title">
        <Button
          type="text"
          className="only-narrow only-phone"
          aria-label={t('common.back')}
          icon={<ArrowLeftOutlined aria-hidden />}
          onClick={() => navigate({ number: undefined })}
        />
        <h2 className="ellipsis" title={ticket.subject}>
          {ticket.subject || t('lists.noSubject')}
        </h2>
        <Button
          type="text"
          className="only-narrow"
          aria-label={t('thread.panel')}
          icon={<IdcardOutlined aria-hidden />}
          onClick={() => navigate({ panel: true })}
        />
      </div>
      <div className="thread-facts">
        <CopyNumber number={ticket.number} />
        <PriorityMark priority={ticket.priority} />
        <span className={`row-status status-${ticket.status}`}>{t(`status.${ticket.status}`)}</span>
        <span className="ellipsis thread-assignee" title={t('thread.assignee')}>
          <span className="sr-only">{t('thread.assignee')}</span>
          {ticket.assigneeName ?? t('common.unassigned')}
          {ticket.assigneeId === staff.id && ` (${t('common.me')})`}
        </span>
        <SlaChip clock={ticket} withName />
      </div>
      <div className="thread-actions">
        {assign && ticket.assigneeId !== staff.id && (
          <Button loading={take.isPending} onClick={() => take.mutate()}>
            {t('thread.takeIt')}
          </Button>
        )}
        {assign && <Button onClick={() => setDialog({ kind: 'handOver' })}>{t('thread.handOver')}</Button>}
        {others.length > 0 && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: others.map((to) => ({ key: to, label: t(transitionKey(ticket.status, to)) })),
              onClick: ({ key }) => setDialog({ kind: 'transition', to: key as TicketStatus }),
            }}
          >
            <Button aria-label={t('thread.more')} icon={<DownOutlined aria-hidden />} />
          </Dropdown>
        )}
        {canResolve && (
          <Button type="primary" onClick={() => setDialog({ kind: 'transition', to: 'resolved' })}>
            {t('thread.resolve')}
          </Button>
        )}
      </div>
      <Suspense>
        {dialog?.kind === 'handOver' && <HandOverDialog ticket={ticket} onClose={close} />}
        {dialog?.kind === 'transition' && <TransitionDialog ticket={ticket} to={dialog.to} onClose={close} />}
      </Suspense>
    </header>
  );
}

function CopyNumber({ number }: { number: string }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const copy = () =>
    void navigator.clipboard.writeText(number).then(
      () => message.success({ content: t('common.copied'), duration: 1 }),
      // Not allowed (no https, or refused): the number can be selected by hand.
      () => undefined,
    );
  return (
    <Tooltip title={t('common.copy')}>
      <button
        type="button"
        className="quiet-button tabular"
        aria-label={t('thread.copyNumber', { number })}
        onClick={copy}
      >
        {number} <CopyOutlined aria-hidden />
      </button>
    </Tooltip>
  );
}
