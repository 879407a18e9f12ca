import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { TicketView } from '../../../contract/index.js';
import { isProblem } from '../api/client.js';
import { api } from '../api/endpoints.js';
import { keys } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { dropRow, type ListPages } from '../lists/list-pages.js';
import { navigate } from '../routing/use-route.js';
import { Dialog } from '../shared/dialog.js';
import { useThreadTexts } from './texts.js';

const REASONS = ['reason.skill', 'reason.language', 'reason.full', 'reason.team'] as const;

/** 退回: whoever has a case and cannot take it says why, and it goes back to its queue. */
export default function DeclineDialog({ ticket: { number }, onClose }: { ticket: TicketView; onClose: () => void }) {
  const { t } = useLanguage();
  const texts = useThreadTexts();
  const { message } = App.useApp();
  const client = useQueryClient();
  const id = useId();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim().length < 2;

  const decline = useMutation({
    mutationFn: () => api.decline(number, reason.trim()),
    onSuccess: ({ withdrawn }) => {
      void message.success(texts('declined', { number }));
      if (withdrawn) client.removeQueries({ queryKey: keys.ticket(number) });
      gone();
    },
    onError: (error) => {
      if (!isProblem(error, 'conflict') && !isProblem(error, 'illegal_transition')) return;
      void message.info(texts('declineGone', { number }));
      gone();
    },
  });
  function gone() {
    client.setQueryData<ListPages>(keys.list('mine'), (list) => list && dropRow(list, number));
    void client.invalidateQueries({ queryKey: keys.lists });
    void client.invalidateQueries({ queryKey: keys.counts });
    void client.invalidateQueries({ queryKey: keys.ticket(number) });
    navigate({ number: undefined }, 'replace');
    onClose();
  }
  function submit() {
    setTried(true);
    if (!missing) decline.mutate();
  }

  return (
    <Dialog
      open
      width={460}
      title={texts('declineTitle', { number })}
      okText={texts('decline')}
      confirmLoading={decline.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <p>{texts('declineDetail')}</p>
      <label className="field-label" htmlFor={id}>
        {texts('declineReason')}
      </label>
      <Input.TextArea
        id={id}
        className="note-field"
        rows={3}
        maxLength={2_000}
        value={reason}
        status={tried && missing ? 'error' : undefined}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={(event) => {
          if (event.ctrlKey || event.metaKey) submit();
        }}
      />
      {tried && missing && (
        <p role="alert" className="field-error">
          {texts('declineReasonMissing')}
        </p>
      )}
      <div className="decline-reasons">
        {REASONS.map((each) => (
          <Button key={each} size="small" onClick={() => setReason(texts(each))}>
            {texts(each)}
          </Button>
        ))}
      </div>
      {decline.isError && (
        <Alert type="error" showIcon title={problemText(t, decline.error).title} style={{ marginTop: 8 }} />
      )}
    </Dialog>
  );
}
