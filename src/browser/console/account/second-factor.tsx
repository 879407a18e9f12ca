import { Alert, App, Button } from 'antd';
import { useId, useState } from 'react';
import type { AccountView, SecondFactorSetupView } from '../../../contract/index.js';
import { ConfirmPassword } from './confirm-password.js';
import { FactorSetup } from './factor-setup.js';
import { useBeginSecondFactor, useRemoveSecondFactor } from './queries.js';
import { RecoveryCodes } from './recovery-codes.js';
import { useAccountTexts } from './texts.js';

type Step =
  | { at: 'rest' }
  | { at: 'turn_on' }
  | { at: 'turn_off' }
  | { at: 'setup'; setup: SecondFactorSetupView }
  | { at: 'codes'; codes: string[] };

const FEW = 3;

/** The second step of signing in: whether it is on, and turning it on and off. */
export function SecondFactor({ account }: { account: AccountView }) {
  const texts = useAccountTexts();
  const { message } = App.useApp();
  const id = useId();
  const [step, setStep] = useState<Step>({ at: 'rest' });
  const beginning = useBeginSecondFactor();
  const removing = useRemoveSecondFactor();
  const { enabled, recoveryCodesLeft: count } = account.secondFactor;
  const rest = () => {
    beginning.reset();
    removing.reset();
    setStep({ at: 'rest' });
  };
  return (
    <section className="sheet account-part" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>
        {texts('factor')}
        <span className={`badge ${enabled ? 'badge-ok' : ''}`}>{texts(enabled ? 'factorOn' : 'factorOff')}</span>
      </h3>
      {step.at !== 'codes' && <p>{texts('factorDetail')}</p>}
      {step.at === 'rest' && enabled && (
        <>
          <p>{texts('factorLeft', { count })}</p>
          {count < FEW && <Alert type="warning" showIcon title={texts('factorFew')} style={{ marginBottom: 10 }} />}
        </>
      )}
      {step.at === 'rest' && (
        <Button danger={enabled} onClick={() => setStep({ at: enabled ? 'turn_off' : 'turn_on' })}>
          {texts(enabled ? 'turnOff' : 'turnOn')}
        </Button>
      )}
      {step.at === 'turn_on' && (
        <ConfirmPassword
          detail={texts('confirmPassword')}
          submit={texts('continue')}
          attempt={beginning}
          onCancel={rest}
          onSubmit={(password) => beginning.mutate(password, { onSuccess: (setup) => setStep({ at: 'setup', setup }) })}
        />
      )}
      {step.at === 'turn_off' && (
        <ConfirmPassword
          detail={texts('turnOffDetail')}
          submit={texts('turnOff')}
          danger
          attempt={removing}
          onCancel={rest}
          onSubmit={(password) =>
            removing.mutate(password, {
              onSuccess: () => {
                rest();
                void message.success(texts('turnedOff'));
              },
            })
          }
        />
      )}
      {step.at === 'setup' && (
        <FactorSetup setup={step.setup} onCancel={rest} onConfirmed={(codes) => setStep({ at: 'codes', codes })} />
      )}
      {step.at === 'codes' && <RecoveryCodes codes={step.codes} onKept={rest} />}
    </section>
  );
}
