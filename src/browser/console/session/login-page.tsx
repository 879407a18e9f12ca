import { Alert, Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import type { StaffView } from '../../../contract/index.js';
import { isProblem } from '../api/client.js';
import { api } from '../api/endpoints.js';
import { useLanguage } from '../i18n/i18n.js';
import { LanguageSwitch } from '../i18n/language-switch.js';
import { LampMark } from '../shared/lamp-mark.js';
import { ThemeSwitch } from '../theme/theme-switch.js';
import { LoginFailure } from './login-failure.js';
import type { SignedOutReason } from './session.js';
import { useCountdown } from './use-countdown.js';
import './login-page.css';

interface Props {
  reason?: SignedOutReason;
  onSignedIn: (staff: StaffView) => void;
}

/** The door: e-mail and password, and why one stands before it. */
export function LoginPage({ reason, onSignedIn }: Props) {
  const { t } = useLanguage();
  const ids = { email: useId(), password: useId() };
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const wait = useCountdown(isProblem(failure, 'too_many_requests') ? failure.problem.retryAfter : undefined, failure);

  const emailMissing = email.trim() === '' ? t('login.emailRequired') : '';
  const emailWrong = emailMissing || (/^\S+@\S+$/.test(email.trim()) ? '' : t('login.emailInvalid'));
  const passwordWrong = password === '' ? t('login.passwordRequired') : '';

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (emailWrong || passwordWrong || wait > 0) return;
    setBusy(true);
    try {
      onSignedIn((await api.signIn({ email: email.trim(), password })).staff);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="login">
      <header className="login-corner">
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main className="login-card">
        <LampMark size={40} />
        <h1>{t('login.title')}</h1>
        <p className="login-subtitle">{t('login.subtitle')}</p>
        {reason && !failure && (
          <Alert type={reason === 'signedOut' ? 'info' : 'warning'} showIcon title={t(`login.${reason}`)} />
        )}
        <LoginFailure failure={failure} wait={wait} />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <label htmlFor={ids.email}>{t('login.email')}</label>
          <Input
            id={ids.email}
            size="large"
            type="email"
            autoComplete="username"
            inputMode="email"
            autoFocus
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
      </main>
    </div>
  );
}

function FieldError({ id, text }: { id: string; text: string }) {
  return (
    <p id={id} className="login-field-error" role={text ? 'alert' : undefined}>
      {text}
    </p>
  );
}
