import { ArrowLeftOutlined, CopyOutlined, DownOutlined, IdcardOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Tooltip } from 'antd';
import { Suspense, useState } from 'react';
import type { TicketStatus, TicketView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { useKinshipTexts } from '../kinship/texts.js';
import { PriorityMark } from '../lists/priority-mark.js';
import { SlaChip } from '../lists/sla-chip.js';
import { navigate } from '../routing/use-route.js';
import { useStaff } from '../session/session.js';
import { fetchedLater } from '../shared/fetched-later.js';
import { useShortcuts } from '../shortcuts/use-shortcuts.js';
import { useSnoozeTexts } from '../snooze/texts.js';
import { useThreadTexts } from './texts.js';
import { transitionKey } from './transition-key.js';
import { useTakeTicket } from './use-take-ticket.js';
import { WatchButton } from './watch-button.js';

const DeclineDialog = fetchedLater(() => import('./decline-dialog.js'));
const HandOverDialog = fetchedLater(() => import('./hand-over-dialog.js'));
const TransitionDialog = fetchedLater(() => import('./transition-dialog.js'));

const MergeDialog = fetchedLater(() => import('../kinship/merge-dialog.js'));
const SnoozeDialog = fetchedLater(() => import('../snooze/snooze-dialog.js'));
const TaskDialog = fetchedLater(() => import('../kinship/task-dialog.js'));
const LinkDialog = fetchedLater(() => import('../kinship/link-dialog.js'));

/** What the menu offers beside other statuses. */
const KIN_DEEDS = ['merge', 'newTask', 'link'] as const;
type KinDeed = (typeof KIN_DEEDS)[number];
type Dialog =
  | { kind: 'handOver' }
  | { kind: 'snooze' }
  | { kind: KinDeed }
  | { kind: 'decline' }
  | { kind: 'transition'; to: TicketStatus };

/** What the ticket is, and what may be done with it now. */
export function ThreadHeader({ ticket }: { ticket: TicketView }) {
  const { t } = useLanguage();
  const texts = useThreadTexts();
  const kinshipTexts = useKinshipTexts();
  const snoozeTexts = useSnoozeTexts();
  const staff = useStaff();
  const [dialog, setDialog] = useState<Dialog>();
  const take = useTakeTicket(ticket);
  const { transitions, assign } = ticket.allowed;
  const canResolve = transitions.includes('resolved');
  const others = transitions.filter((to) => to !== 'resolved');
  const kinDeeds = KIN_DEEDS.filter((deed) => !ticket.internal && (deed === 'link' ? ticket.allowed.edit : assign));
  const close = () => setDialog(undefined);
  useShortcuts({
    a: () => assign && setDialog({ kind: 'handOver' }),
    z: () => ticket.allowed.snooze && setDialog({ kind: 'snooze' }),
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
        {ticket.internal && <span className="badge badge-info">{kinshipTexts('task')}</span>}
        <span className={`row-status status-${ticket.status}`}>{t(`status.${ticket.status}`)}</span>
        <span className="ellipsis thread-assignee" title={t('thread.assignee')}>
          <span className="sr-only">{t('thread.assignee')}</span>
          {ticket.assigneeName ?? t('common.unassigned')}
          {ticket.assigneeId === staff.id && ` (${t('common.me')})`}
        </span>
        <WatchButton ticket={ticket} />
        <SlaChip clock={ticket} withName />
      </div>
      <div className="thread-actions">
        {assign && staff.teamIds.includes(ticket.teamId) && ticket.assigneeId !== staff.id && (
          <Button loading={take.isPending} onClick={() => take.mutate()}>
            {t('thread.takeIt')}
          </Button>
        )}
        {assign && <Button onClick={() => setDialog({ kind: 'handOver' })}>{t('thread.handOver')}</Button>}
        {assign && ticket.assigneeId === staff.id && (
          <Button onClick={() => setDialog({ kind: 'decline' })}>{texts('decline')}</Button>
        )}
        {others.length + kinDeeds.length > 0 && (
          <Dropdown
            trigger={['click']}
            autoFocus
            menu={{
              items: [
                ...(ticket.allowed.snooze ? [{ key: 'snooze', label: snoozeTexts('snooze') }] : []),
                ...others.map((to) => ({ key: to, label: t(transitionKey(ticket.status, to)) })),
                ...(others.length > 0 && kinDeeds.length > 0 ? [{ type: 'divider' as const }] : []),
                ...kinDeeds.map((deed) => ({ key: deed, label: kinshipTexts(deed) })),
              ],
              onClick: ({ key }) => {
                const kind = KIN_DEEDS.find((deed) => deed === key);
                if (key === 'snooze') setDialog({ kind: 'snooze' });
                else setDialog(kind ? { kind } : { kind: 'transition', to: key as TicketStatus });
              },
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
        {dialog?.kind === 'snooze' && <SnoozeDialog ticket={ticket} onClose={close} />}
        {dialog?.kind === 'decline' && <DeclineDialog ticket={ticket} onClose={close} />}
        {dialog?.kind === 'merge' && <MergeDialog ticket={ticket} onClose={close} />}
        {dialog?.kind === 'newTask' && <TaskDialog ticket={ticket} onClose={close} />}
        {dialog?.kind === 'link' && <LinkDialog ticket={ticket} onClose={close} />}
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
