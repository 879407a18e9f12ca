import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Input } from 'antd';
import { useId, useState } from 'react';
import type { TicketStatus, TicketView } from '../../../contract/index.js';
import { isProblem } from '../api/client.js';
import { api } from '../api/endpoints.js';
import { keys } from '../api/queries.js';
import { BeforeResolving } from '../case-panel/before-resolving.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import type { MessageKey } from '../i18n/zh-cn.js';
import { Dialog } from '../shared/dialog.js';
import { transitionKey } from './transition-key.js';

interface Props {
  ticket: TicketView;
  to: TicketStatus;
  onClose: () => void;
}

const HINTS: Partial<Record<TicketStatus, MessageKey>> = {
  pending: 'transition.pendingHint',
  on_hold: 'transition.on_holdHint',
  resolved: 'transition.resolvedHint',
  cancelled: 'transition.cancelledHint',
};

/** Moves a ticket to another status, with an internal note if one likes. */
export default function TransitionDialog({ ticket, to, onClose }: Props) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const id = useId();
  const [note, setNote] = useState('');
  const action = t(transitionKey(ticket.status, to));
  const { number } = ticket;
  const move = useMutation({
    mutationFn: (despiteTasks: boolean) =>
      api.transition(number, { to, note: note.trim() || undefined, ...(despiteTasks && { despiteTasks }) }),
    onSuccess: (moved) => {
      client.setQueryData(keys.ticket(number), moved);
      void client.invalidateQueries({ queryKey: keys.timeline(number) });
      void client.invalidateQueries({ queryKey: keys.lists });
      void client.invalidateQueries({ queryKey: keys.counts });
      void message.success(t('transition.done', { status: t(`status.${moved.status}`) }));
      onClose();
    },
    onError: (error) => {
      if (!isProblem(error, 'illegal_transition') && !isProblem(error, 'conflict')) return;
      void client.invalidateQueries({ queryKey: keys.ticket(number) });
      void message.info(t('transition.illegal'));
      onClose();
    },
  });
  const [isLeaving, setIsLeaving] = useState(false);
  // Whoever goes to a field keeps the cursor there: the button that opened this gets it back otherwise.
  const leave = () => {
    setIsLeaving(true);
    onClose();
  };
  // Asked once: who presses again says that it is resolved all the same.
  const despite = isProblem(move.error, 'tasks_open');
  const hint = HINTS[to];
  const missing = isProblem(move.error, 'form_incomplete')
    ? (move.error.problem.errors ?? []).map(({ path }) => path.replace(/^form\./, ''))
    : [];
  return (
    <Dialog
      open
      width={440}
      title={
        to === 'resolved' ? t('transition.title.resolved', { number }) : t('transition.title.other', { action, number })
      }
      okText={despite ? t('transition.despiteTasks') : action}
      okButtonProps={{ danger: to === 'cancelled' }}
      confirmLoading={move.isPending}
      onOk={() => move.mutate(despite)}
      onCancel={onClose}
      focusable={{ focusTriggerAfterClose: !isLeaving }}
    >
      {hint && <p>{t(hint)}</p>}
      <label className="field-label" htmlFor={id}>
        {t('transition.note')}
      </label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={2_000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        onPressEnter={(event) => {
          if (event.ctrlKey || event.metaKey) move.mutate(despite);
        }}
      />
      {to === 'resolved' && <BeforeResolving ticket={ticket} refused={missing} onLeave={leave} />}
      {move.isError && missing.length === 0 && (
        <Alert
          type={despite ? 'warning' : 'error'}
          showIcon
          title={problemText(t, move.error).title}
          description={despite && problemText(t, move.error).detail}
          style={{ marginTop: 8 }}
        />
      )}
    </Dialog>
  );
}
