import { useMutation } from '@tanstack/react-query';
import { Alert, App, Input } from 'antd';
import { useId, useState } from 'react';
import type { TicketListItemView, TicketView } from '../../../contract/index.js';
import { api } from '../api/endpoints.js';
import { useTicket } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { navigate } from '../routing/use-route.js';
import { Dialog } from '../shared/dialog.js';
import { CaseFinder } from './case-finder.js';
import { useKinChanged } from './queries.js';
import { useKinshipTexts } from './texts.js';

/** Merges the case into another, with both before one's eyes, and what cannot be undone. */
export default function MergeDialog({ ticket, onClose }: { ticket: TicketView; onClose: () => void }) {
  const { t } = useLanguage();
  const texts = useKinshipTexts();
  const { message } = App.useApp();
  const changed = useKinChanged();
  const id = useId();
  const [target, setTarget] = useState<TicketListItemView>();
  const [note, setNote] = useState('');
  const whole = useTicket(target?.number).data;
  const { number, version } = ticket;
  const merge = useMutation({
    mutationFn: (into: string) => api.merge(number, { into, version, note: note.trim() || undefined }),
    onSuccess: (merged) => {
      changed(number, merged.number);
      void message.success(texts('mergeDone', { from: number, into: merged.number }));
      onClose();
      navigate({ number: merged.number }, 'replace');
    },
    onError: () => changed(number),
  });
  const isSame = whole && whole.customer.customerId === ticket.customer.customerId;
  return (
    <Dialog
      open
      width={620}
      title={texts('mergeTitle', { number })}
      okText={texts('mergeSubmit')}
      okButtonProps={{ disabled: !target, danger: true }}
      confirmLoading={merge.isPending}
      onOk={() => target && merge.mutate(target.number)}
      onCancel={onClose}
    >
      <CaseFinder except={number} first={ticket.customerName} onlyUnderWay chosen={target} onChoose={setTarget} />
      {target && (
        <>
          <div className="kin-both">
            <Preview title={texts('from')} ticket={ticket} />
            <Preview title={texts('into')} ticket={target} />
          </div>
          <Alert
            type="warning"
            showIcon
            title={texts('keeps')}
            description={whole && (isSame ? texts('same', { number: whole.number }) : texts('apart'))}
          />
          <label className="field-label" htmlFor={id}>
            {texts('note')}
          </label>
          <Input.TextArea
            id={id}
            className="note-field"
            rows={2}
            maxLength={2_000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </>
      )}
      {merge.isError && (
        <Alert
          type="error"
          showIcon
          title={problemText(t, merge.error).title}
          description={problemText(t, merge.error).detail}
          style={{ marginTop: 8 }}
        />
      )}
    </Dialog>
  );
}

function Preview({ title, ticket }: { title: string; ticket: TicketListItemView }) {
  const { t, formats } = useLanguage();
  const texts = useKinshipTexts();
  return (
    <section className="kin-preview">
      <h4>{title}</h4>
      <p className="kin-line">
        <strong className="tabular">{ticket.number}</strong>
        <span className={`row-status status-${ticket.status}`}>{t(`status.${ticket.status}`)}</span>
      </p>
      <p>{ticket.subject || t('lists.noSubject')}</p>
      <dl>
        <dt>{texts('customer')}</dt>
        <dd>{[ticket.customerName || texts('visitor'), ticket.shopName].filter(Boolean).join(' · ')}</dd>
        <dt>{t('thread.assignee')}</dt>
        <dd>{ticket.assigneeName ?? t('common.unassigned')}</dd>
        {ticket.preview && (
          <>
            <dt>{texts('said')}</dt>
            <dd>
              {ticket.preview} <time dateTime={ticket.lastActivityAt}>{formats.short(ticket.lastActivityAt)}</time>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
