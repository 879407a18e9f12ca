import { useMutation } from '@tanstack/react-query';
import { Alert, Input } from 'antd';
import { useId, useState } from 'react';
import type { TicketView } from '../../../contract/index.js';
import { api } from '../api/endpoints.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { Dialog } from '../shared/dialog.js';

const SHORTEST_REASON = 4;

interface Props {
  number: string;
  onGranted: (ticket: TicketView) => void;
  onCancel: () => void;
}

/** Another team's ticket: opens for a reason, which is logged. */
export default function AccessDialog({ number, onGranted, onCancel }: Props) {
  const { t } = useLanguage();
  const id = useId();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const ask = useMutation({ mutationFn: () => api.access(number, reason.trim()), onSuccess: onGranted });
  const tooShort = reason.trim().length < SHORTEST_REASON;
  const submit = () => {
    setTried(true);
    if (!tooShort) ask.mutate();
  };
  return (
    <Dialog
      open
      title={t('access.title')}
      okText={t('access.submit')}
      confirmLoading={ask.isPending}
      onOk={submit}
      onCancel={onCancel}
      width={440}
    >
      <p>{t('access.explain', { number })}</p>
      <label className="field-label" htmlFor={id}>
        {t('access.reason')}
      </label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={500}
        value={reason}
        status={tried && tooShort ? 'error' : undefined}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={(event) => {
          if (event.ctrlKey || event.metaKey) submit();
        }}
      />
      {tried && tooShort && (
        <p role="alert" className="field-error">
          {t('access.reasonRequired')}
        </p>
      )}
      {ask.isError && <Alert type="error" showIcon title={problemText(t, ask.error).title} style={{ marginTop: 8 }} />}
    </Dialog>
  );
}
