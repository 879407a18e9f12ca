import { Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useLanguage } from '../i18n/i18n.js';
import { FieldError } from './field-error.js';

interface Props {
  busy: boolean;
  /** Seconds until another attempt may be made. */
  wait: number;
  onSubmit: (code: string) => void;
  onBack: () => void;
}

/** The second step: a code of the authenticator app, or a recovery code. */
export function CodeStep({ busy, wait, onSubmit, onBack }: Props) {
  const { t } = useLanguage();
  const id = useId();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const wrong = code.trim() === '' ? t('login.codeRequired') : '';
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!wrong) onSubmit(code.trim());
  }
  return (
    <form onSubmit={submit} noValidate>
      <label htmlFor={id}>{t('login.code')}</label>
      <Input
        id={id}
        size="large"
        className="tabular"
        autoFocus
        autoComplete="one-time-code"
        maxLength={40}
        value={code}
        status={tried && wrong ? 'error' : undefined}
        aria-invalid={tried && wrong !== ''}
        aria-describedby={`${id}-wrong`}
        onChange={(event) => setCode(event.target.value)}
      />
      <FieldError id={`${id}-wrong`} text={tried ? wrong : ''} />
      <Button type="primary" size="large" htmlType="submit" block loading={busy} disabled={wait > 0}>
        {t('login.submit')}
      </Button>
      <Button type="link" block onClick={onBack}>
        {t('login.otherAccount')}
      </Button>
    </form>
  );
}
