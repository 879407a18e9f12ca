import { Input } from 'antd';
import { useId, useState } from 'react';
import { ARTICLE_LIMITS } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { Dialog } from '../../shared/dialog.js';

/** A deed with a few words to somebody else. */
export function NoteDialog({
  title,
  label,
  isRequired = false,
  isPending,
  onSend,
  onClose,
}: {
  title: string;
  label: string;
  isRequired?: boolean;
  isPending: boolean;
  onSend: (note: string) => void;
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const id = useId();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const isMissing = isRequired && note.trim() === '';
  return (
    <Dialog
      open
      title={title}
      okText={title}
      okButtonProps={{ loading: isPending }}
      onOk={() => {
        setTried(true);
        if (!isMissing) onSend(note.trim());
      }}
      onCancel={onClose}
      width={460}
    >
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <Input.TextArea
        id={id}
        value={note}
        maxLength={ARTICLE_LIMITS.reviewNote}
        autoSize={{ minRows: 3, maxRows: 8 }}
        status={tried && isMissing ? 'error' : undefined}
        onChange={(event) => setNote(event.target.value)}
      />
      {tried && isMissing && (
        <p role="alert" className="field-error">
          {t('form.required')}
        </p>
      )}
    </Dialog>
  );
}
