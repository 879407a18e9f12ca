import { Button, Input, QRCode } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import type { SecondFactorSetupView } from '../../../contract/index.js';
import { isProblem } from '../api/client.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { Labelled } from '../shared/labelled.js';
import { useConfirmSecondFactor } from './queries.js';
import { useAccountTexts } from './texts.js';

interface Props {
  setup: SecondFactorSetupView;
  onConfirmed: (recoveryCodes: string[]) => void;
  onCancel: () => void;
}

/** What the app needs, and the first code as a proof that it has it. */
export function FactorSetup({ setup: { uri, secret }, onConfirmed, onCancel }: Props) {
  const { t } = useLanguage();
  const texts = useAccountTexts();
  const id = useId();
  const [code, setCode] = useState('');
  const confirming = useConfirmSecondFactor();
  const refused = isProblem(confirming.error, 'wrong_code')
    ? texts('codeWrong')
    : confirming.error
      ? problemText(t, confirming.error).title
      : undefined;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (code.trim() !== '')
      confirming.mutate(code.trim(), { onSuccess: ({ recoveryCodes }) => onConfirmed(recoveryCodes) });
  }
  return (
    <div className="factor-setup">
      <div className="factor-qr" role="img" aria-label={texts('scan')}>
        {/* antd's own picture has no name. */}
        <div aria-hidden>
          <QRCode type="svg" value={uri} size={168} bordered={false} color="#000" bgColor="#fff" />
        </div>
      </div>
      <form onSubmit={submit} noValidate>
        <strong>{texts('scan')}</strong>
        <p>{texts('scanDetail')}</p>
        <code className="factor-secret">{secret.match(/.{1,4}/g)?.join(' ')}</code>
        <Labelled id={id} label={texts('code')} error={refused}>
          <Input
            id={id}
            className="tabular"
            autoFocus
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={10}
            value={code}
            status={refused ? 'error' : undefined}
            onChange={(event) => setCode(event.target.value)}
          />
        </Labelled>
        <div className="account-submit">
          <Button type="primary" htmlType="submit" loading={confirming.isPending}>
            {texts('confirm')}
          </Button>
          <Button onClick={onCancel}>{texts('cancel')}</Button>
        </div>
      </form>
    </div>
  );
}
