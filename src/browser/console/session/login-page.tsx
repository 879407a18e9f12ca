import { Alert, Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import type { StaffView } from '../../../contract/index.js';
import { isProblem } from '../api/client.js';
import { api } from '../api/endpoints.js';
import { useLanguage } from '../i18n/i18n.js';
import { CodeStep } from './code-step.js';
import { Door } from './door.js';
import { FieldError } from './field-error.js';
import { LoginFailure } from './login-failure.js';
import type { SignedOutReason } from './session.js';
import { useCountdown } from './use-countdown.js';

interface Props {
  reason?: SignedOutReason;
  /** Known already, e.g. of who has just set a password. */
  email?: string;
  notice?: string;
  onSignedIn: (staff: StaffView) => void;
}

/** The door: e-mail and password, a code where one is asked for, and why one stands before it. */
export function LoginPage({ reason, email: known = '', notice, onSignedIn }: Props) {
  const { t } = useLanguage();
  const ids = { email: useId(), password: useId() };
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [needsCode, setNeedsCode] = useState(false);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const wait = useCountdown(isProblem(failure, 'too_many_requests') ? failure.problem.retryAfter : undefined, failure);

  const emailMissing = email.trim() === '' ? t('login.emailRequired') : '';
  const emailWrong = emailMissing || (/^\S+@\S+$/.test(email.trim()) ? '' : t('login.emailInvalid'));
  const passwordWrong = password === '' ? t('login.passwordRequired') : '';

  async function signIn(code?: string) {
    if (wait > 0) return;
    setBusy(true);
    try {
      onSignedIn((await api.signIn({ email: email.trim(), password, code })).staff);
    } catch (error) {
      setFailure(error);
      if (isProblem(error, 'second_factor_required')) setNeedsCode(true);
      if (isProblem(error, 'wrong_credentials')) setNeedsCode(false);
    } finally {
      setBusy(false);
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!emailWrong && !passwordWrong) void signIn();
  }

  function startOver() {
    setNeedsCode(false);
    setPassword('');
    setTried(false);
    setFailure(undefined);
  }

  if (needsCode)
    return (
      <Door title={t('login.codeTitle')} subtitle={t('login.codeDetail')}>
        <LoginFailure failure={failure} wait={wait} />
        <CodeStep busy={busy} wait={wait} onSubmit={(code) => void signIn(code)} onBack={startOver} />
      </Door>
    );
  return (
    <Door title={t('login.title')} subtitle={t('login.subtitle')}>
      {notice && !failure && <Alert type="success" showIcon title={notice} />}
      {reason && !failure && (
        <Alert type={reason === 'signedOut' ? 'info' : 'warning'} showIcon title={t(`login.${reason}`)} />
      )}
      <LoginFailure failure={failure} wait={wait} />
      <form onSubmit={submit} noValidate>
        <label htmlFor={ids.email}>{t('login.email')}</label>
        <Input
          id={ids.email}
          size="large"
          type="email"
          autoComplete="username"
          inputMode="email"
          autoFocus={known === ''}
          value={email}
          status={tried && emailWrong ? 'error' : undefined}
          aria-invalid={tried && emailWrong !== ''}
          aria-describedby={`${ids.email}-wrong`}
          onChange={(event) => setEmail(event.target.value)}
        />
        <FieldError id={`${ids.email}-wrong`} text={tried ? emailWrong : ''} />
        <label htmlFor={ids.password}>{t('login.password')}</label>
        <Input.Password
          id={ids.password}
          size="large"
          autoComplete="current-password"
          autoFocus={known !== ''}
          value={password}
          status={tried && passwordWrong ? 'error' : undefined}
          aria-invalid={tried && passwordWrong !== ''}
          aria-describedby={`${ids.password}-wrong`}
          onChange={(event) => setPassword(event.target.value)}
        />
        <FieldError id={`${ids.password}-wrong`} text={tried ? passwordWrong : ''} />
        <Button type="primary" size="large" htmlType="submit" block loading={busy} disabled={wait > 0}>
          {t('login.submit')}
        </Button>
      </form>
    </Door>
  );
}
