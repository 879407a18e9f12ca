import { Alert, Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { type Locale, PASSWORD_LENGTH, type StaffLinkPurposeView } from '../../../contract/index.js';
import { isProblem } from '../api/client.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { FieldError } from '../session/field-error.js';
import { useWelcomeTexts } from './texts.js';

interface Props {
  link: StaffLinkPurposeView;
  onSubmit: (acceptance: {
    password: string;
    name?: string;
    email?: string;
    locale: Locale;
  }) => Promise<{ email: string }>;
  onAccepted: (email: string) => void;
}

const { minimum, maximum } = PASSWORD_LENGTH;

/** Name and password; the e-mail address too, of the first administrator. */
export function WelcomeForm({ link: { purpose, email: known, name: proposed }, onSubmit, onAccepted }: Props) {
  const { t, locale } = useLanguage();
  const texts = useWelcomeTexts();
  const id = useId();
  const [email, setEmail] = useState('');
  const [name, setName] = useState(proposed ?? '');
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const isNew = purpose !== 'password_reset';
  const easy = isProblem(failure, 'invalid_input') && failure.problem.errors?.some(({ path }) => path === 'password');
  const wrong = {
    email: purpose === 'setup' && !/^\S+@\S+$/.test(email.trim()) ? texts('emailRequired') : '',
    name: isNew && name.trim() === '' ? texts('nameRequired') : '',
    password: password.length < minimum ? texts('passwordShort', { minimum }) : easy ? texts('passwordEasy') : '',
    repeated: repeated === password ? '' : texts('repeatWrong'),
  };

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (Object.entries(wrong).some(([field, text]) => text && !(field === 'password' && easy))) return;
    setBusy(true);
    try {
      const person = isNew ? { name: name.trim(), ...(purpose === 'setup' && { email: email.trim() }) } : {};
      onAccepted((await onSubmit({ password, locale, ...person })).email);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  const field = (key: keyof typeof wrong, value: string, set: (value: string) => void) => ({
    id: `${id}-${key}`,
    size: 'large' as const,
    value,
    status: tried && wrong[key] ? ('error' as const) : undefined,
    'aria-invalid': tried && wrong[key] !== '',
    'aria-describedby': `${id}-${key}-wrong`,
    onChange: (event: { target: { value: string } }) => {
      setFailure(undefined);
      set(event.target.value);
    },
  });
  const complaint = (key: keyof typeof wrong) => (
    <FieldError id={`${id}-${key}-wrong`} text={tried ? wrong[key] : ''} />
  );
  const problem = failure && !easy ? problemText(t, failure) : undefined;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {problem && <Alert type="error" role="alert" showIcon title={problem.title} description={problem.detail} />}
      {known ? (
        // For the password manager, and to be sure.
        <input className="login-known" type="email" autoComplete="username" readOnly tabIndex={-1} value={known} />
      ) : (
        <>
          <label htmlFor={`${id}-email`}>{t('login.email')}</label>
          <Input {...field('email', email, setEmail)} type="email" autoComplete="username" autoFocus />
          {complaint('email')}
        </>
      )}
      {isNew && (
        <>
          <label htmlFor={`${id}-name`}>{texts('name')}</label>
          <Input {...field('name', name, setName)} maxLength={60} autoComplete="name" autoFocus={known !== undefined} />
          <p className="login-hint">{texts('nameHint')}</p>
          {complaint('name')}
        </>
      )}
      <label htmlFor={`${id}-password`}>{texts('password')}</label>
      <Input.Password
        {...field('password', password, setPassword)}
        maxLength={maximum}
        autoComplete="new-password"
        autoFocus={!isNew}
      />
      <p className="login-hint">{texts('passwordHint', { minimum })}</p>
      {complaint('password')}
      <label htmlFor={`${id}-repeated`}>{texts('repeat')}</label>
      <Input.Password {...field('repeated', repeated, setRepeated)} maxLength={maximum} autoComplete="new-password" />
      {complaint('repeated')}
      <Button type="primary" size="large" htmlType="submit" block loading={busy}>
        {texts('save')}
      </Button>
    </form>
  );
}
