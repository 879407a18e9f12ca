import { Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { isProblem } from '../api/client.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { Labelled } from '../shared/labelled.js';
import { useAccountTexts } from './texts.js';

interface Props {
  detail: string;
  submit: string;
  danger?: boolean;
  attempt: { isPending: boolean; error: unknown };
  onSubmit: (password: string) => void;
  onCancel: () => void;
}

/** The password once more, before a lock is changed. */
export function ConfirmPassword({ detail, submit, danger = false, attempt, onSubmit, onCancel }: Props) {
  const { t } = useLanguage();
  const texts = useAccountTexts();
  const id = useId();
  const [password, setPassword] = useState('');
  const refused = isProblem(attempt.error, 'wrong_credentials')
    ? texts('currentWrong')
    : attempt.error
      ? problemText(t, attempt.error).title
      : undefined;
  function send(event: FormEvent) {
    event.preventDefault();
    if (password !== '') onSubmit(password);
  }
  return (
    <form onSubmit={send} noValidate>
      <Labelled id={id} label={texts('yourPassword')} hint={detail} error={refused}>
        <Input.Password
          id={id}
          autoFocus
          autoComplete="current-password"
          value={password}
          status={refused ? 'error' : undefined}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Labelled>
      <div className="account-submit">
        <Button type="primary" danger={danger} htmlType="submit" loading={attempt.isPending}>
          {submit}
        </Button>
        <Button onClick={onCancel}>{texts('cancel')}</Button>
      </div>
    </form>
  );
}
