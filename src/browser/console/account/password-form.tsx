import { Alert, App, Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { PASSWORD_LENGTH } from '../../../contract/index.js';
import { isProblem } from '../api/client.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { Labelled } from '../shared/labelled.js';
import { useChangePassword } from './queries.js';
import { useAccountTexts } from './texts.js';

const EMPTY = { current: '', password: '', repeated: '' };
const { minimum, maximum } = PASSWORD_LENGTH;

/** A new password, for who knows the old one. */
export function PasswordForm({ email }: { email: string }) {
  const { t } = useLanguage();
  const texts = useAccountTexts();
  const { message } = App.useApp();
  const id = useId();
  const [typed, setTyped] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const changing = useChangePassword();
  const { error } = changing;
  const short = typed.password.length < minimum ? texts('short', { minimum }) : undefined;
  const different = typed.repeated === typed.password ? undefined : texts('repeatWrong');
  const missing = typed.current === '' ? t('login.passwordRequired') : undefined;
  const refused = {
    current: isProblem(error, 'wrong_credentials') ? texts('currentWrong') : undefined,
    password: isProblem(error, 'invalid_input') ? texts('easy') : undefined,
  };
  const other = error && !refused.current && !refused.password ? problemText(t, error) : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (short || different || missing) return;
    changing.mutate(
      { current: typed.current, password: typed.password },
      {
        onSuccess: () => {
          setTyped(EMPTY);
          setTried(false);
          void message.success(texts('changed'));
        },
      },
    );
  }

  const field = (key: keyof typeof EMPTY, autoComplete: string) => ({
    id: `${id}-${key}`,
    value: typed[key],
    maxLength: maximum,
    autoComplete,
    onChange: (event: { target: { value: string } }) => {
      changing.reset();
      setTyped((now) => ({ ...now, [key]: event.target.value }));
    },
  });
  return (
    <section className="sheet account-part" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{texts('password')}</h3>
      <form onSubmit={submit} noValidate>
        {other && <Alert type="error" role="alert" showIcon title={other.title} description={other.detail} />}
        <input
          className="sr-only"
          type="email"
          autoComplete="username"
          readOnly
          tabIndex={-1}
          aria-hidden
          value={email}
        />
        <Labelled
          id={`${id}-current`}
          label={texts('current')}
          required
          error={refused.current ?? (tried ? missing : undefined)}
        >
          <Input.Password {...field('current', 'current-password')} />
        </Labelled>
        <Labelled
          id={`${id}-password`}
          label={texts('next')}
          hint={texts('nextHint', { minimum })}
          required
          error={refused.password ?? (tried ? short : undefined)}
        >
          <Input.Password {...field('password', 'new-password')} />
        </Labelled>
        <Labelled id={`${id}-repeated`} label={texts('repeat')} required error={tried ? different : undefined}>
          <Input.Password {...field('repeated', 'new-password')} />
        </Labelled>
        <div className="account-submit">
          <Button type="primary" htmlType="submit" loading={changing.isPending}>
            {texts('change')}
          </Button>
        </div>
      </form>
    </section>
  );
}
