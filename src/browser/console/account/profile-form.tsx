import { App, Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { type AccountView, LOCALES } from '../../../contract/index.js';
import { isProblem } from '../api/client.js';
import { storedLocale, useLanguage } from '../i18n/i18n.js';
import { LOCALE_NAMES } from '../i18n/locale-names.js';
import { problemText } from '../i18n/problem-text.js';
import { Choice } from '../shared/choice.js';
import { Labelled } from '../shared/labelled.js';
import { useDraft } from '../shared/use-draft.js';
import { useEditAccount } from './queries.js';
import { useAccountTexts } from './texts.js';

const draftOf = ({ version, name, locale }: AccountView) => ({ version, draft: { name, locale } });

/** Name and language; the rest is the administrator's to change. */
export function ProfileForm({ account }: { account: AccountView }) {
  const { t } = useLanguage();
  const texts = useAccountTexts();
  const { message } = App.useApp();
  const id = useId();
  const form = useDraft(draftOf(account));
  const [tried, setTried] = useState(false);
  const editing = useEditAccount();
  const nameWrong = form.draft.name.trim() === '' ? texts('nameRequired') : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (nameWrong) return;
    const { name, locale } = form.draft;
    editing.mutate(
      { version: form.version, name: name.trim(), locale },
      {
        onSuccess: (saved) => {
          form.saved(draftOf(saved));
          storedLocale.set(locale);
          void message.success(texts('saved'));
        },
        onError: (error) =>
          void message.error(isProblem(error, 'conflict') ? texts('moved') : problemText(t, error).title),
      },
    );
  }

  return (
    <section className="sheet account-part" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{texts('profile')}</h3>
      <form onSubmit={submit} noValidate>
        <dl className="account-facts">
          <dt>{texts('email')}</dt>
          <dd>{account.email}</dd>
          <dt>{texts('role')}</dt>
          <dd>{texts(`role.${account.role}`)}</dd>
        </dl>
        <Labelled
          id={`${id}-name`}
          label={texts('name')}
          hint={texts('nameHint')}
          required
          error={tried ? nameWrong : undefined}
        >
          <Input
            id={`${id}-name`}
            maxLength={60}
            autoComplete="name"
            value={form.draft.name}
            status={tried && nameWrong ? 'error' : undefined}
            onChange={(event) => form.set({ name: event.target.value })}
          />
        </Labelled>
        <div>
          <span className="field-label">{texts('language')}</span>
          <Choice
            label={texts('language')}
            value={form.draft.locale}
            options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value], lang: value }))}
            onChange={(locale) => form.set({ locale })}
          />
        </div>
        <div className="account-submit">
          <Button type="primary" htmlType="submit" loading={editing.isPending} disabled={!form.isDirty}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </section>
  );
}
