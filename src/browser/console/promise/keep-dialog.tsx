import { Alert, Input } from 'antd';
import { useId, useState } from 'react';
import { isProblem } from '../api/client.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { Dialog } from '../shared/dialog.js';
import { usePromiseTexts } from './texts.js';
import { useKeepPromise } from './use-promise.js';

const LONGEST_NOTE = 300;

/** Says that what was promised has been done, and what that was. */
export default function KeepDialog({ number, onClose }: { number: string; onClose: () => void }) {
  const { t } = useLanguage();
  const texts = usePromiseTexts();
  const id = useId();
  const [note, setNote] = useState('');
  const keep = useKeepPromise(number, onClose);
  const ready = note.trim() !== '';
  const submit = () => {
    if (ready && !keep.isPending) keep.mutate(note.trim());
  };
  const problem = keep.isError && !isProblem(keep.error, 'illegal_transition') && problemText(t, keep.error);
  return (
    <Dialog
      open
      width={440}
      title={texts('keepTitle', { number })}
      okText={texts('keep')}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={keep.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <p>{texts('keepHint')}</p>
      <label className="field-label" htmlFor={id}>
        {texts('keepNote')}
      </label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={LONGEST_NOTE}
        value={note}
        placeholder={texts('keepPlaceholder')}
        onChange={(event) => setNote(event.target.value)}
        onPressEnter={(event) => {
          if (event.ctrlKey || event.metaKey) submit();
        }}
      />
      {problem && <Alert type="error" showIcon title={problem.title} description={problem.detail} />}
    </Dialog>
  );
}
