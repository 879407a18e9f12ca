import { Alert, Input } from 'antd';
import { useId, useState } from 'react';
import type { StaffLinkView, StaffRecordView } from '../../../../contract/index.js';
import { isProblem } from '../../api/client.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { Dialog } from '../../shared/dialog.js';
import { Labelled } from '../../shared/labelled.js';
import { PersonFieldInputs, type PersonFields } from './person-fields.js';
import { useInvite } from './queries.js';
import { useStaffTexts } from './texts.js';

interface Props {
  onInvited: (invited: { staff: StaffRecordView; link: StaffLinkView }) => void;
  onClose: () => void;
}

/** Offers somebody a place; the link comes next. */
export function InviteDialog({ onInvited, onClose }: Props) {
  const { t, locale } = useLanguage();
  const texts = useStaffTexts();
  const id = useId();
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [fields, setFields] = useState<PersonFields>({ role: 'agent', locale, teamIds: [] });
  const [tried, setTried] = useState(false);
  const inviting = useInvite();
  const malformed = /^\S+@\S+$/.test(email.trim()) ? undefined : texts('emailWrong');
  const taken =
    isProblem(inviting.error, 'invalid_input') &&
    inviting.error.problem.errors?.some(({ path, message }) => path === 'email' && message === 'taken')
      ? texts('emailTaken')
      : undefined;
  const problem = inviting.error && !taken ? problemText(t, inviting.error) : undefined;
  const emailError = taken ?? (tried ? malformed : undefined);

  function submit() {
    setTried(true);
    if (malformed) return;
    inviting.mutate(
      { email: email.trim(), ...(name.trim() && { name: name.trim() }), ...fields },
      { onSuccess: onInvited },
    );
  }

  return (
    <Dialog
      open
      width={480}
      title={texts('inviteTitle')}
      okText={texts('create')}
      confirmLoading={inviting.isPending}
      okButtonProps={{ htmlType: 'submit', form: id }}
      onCancel={onClose}
    >
      <form
        id={id}
        className="staff-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className="staff-quiet">{texts('inviteDetail')}</p>
        {problem && <Alert type="error" role="alert" showIcon title={problem.title} description={problem.detail} />}
        <Labelled id={`${id}-email`} label={texts('email')} required error={emailError}>
          <Input
            id={`${id}-email`}
            type="email"
            autoComplete="off"
            maxLength={254}
            value={email}
            status={emailError ? 'error' : undefined}
            onChange={(event) => {
              inviting.reset();
              setEmail(event.target.value);
            }}
          />
        </Labelled>
        <Labelled id={`${id}-name`} label={texts('name')} hint={texts('nameOptional')}>
          <Input
            id={`${id}-name`}
            autoComplete="off"
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Labelled>
        <PersonFieldInputs value={fields} onChange={(change) => setFields((now) => ({ ...now, ...change }))} />
      </form>
    </Dialog>
  );
}
