import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { BotLookUpTrialView, BotLookUpView } from '../../../../contract/index.js';
import { CardView } from '../../case-panel/card-view.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { Labelled } from '../../shared/labelled.js';
import { useTryLookUp } from './queries.js';
import { useLookUpTexts } from './texts.js';

const REASONS = ['url', 'address', 'redirect', 'too_large', 'timeout', 'failed', 'not_json', 'wrong_shape'] as const;
const TONES = { found: 'success', not_found: 'info', failed: 'error' } as const;

/** Asks the host now, and shows what came back. */
export function LookUpTrial({ lookUp, disabled }: { lookUp: BotLookUpView; disabled: boolean }) {
  const { t, pick, locale } = useLanguage();
  const texts = useLookUpTexts();
  const id = useId();
  const [customer, setCustomer] = useState('');
  const [shop, setShop] = useState('');
  const [input, setInput] = useState(lookUp.input?.example ?? '');
  const [tried, setTried] = useState(false);
  const trying = useTryLookUp(lookUp.id);
  const problem = trying.error && problemText(t, trying.error);
  const isMissing = tried && customer.trim() === '';
  function run() {
    setTried(true);
    if (customer.trim() === '') return;
    trying.mutate({
      customer: customer.trim(),
      ...(shop.trim() && { shop: shop.trim() }),
      ...(lookUp.input && input.trim() && { input: input.trim() }),
      locale,
    });
  }
  return (
    <section className="sheet staff-part" aria-label={texts('trial')}>
      <h3>{texts('trial')}</h3>
      <p className="staff-quiet">{texts('trialHint')}</p>
      <form
        className="staff-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <div className="field-pair">
          <Labelled
            id={`${id}-customer`}
            label={texts('customer')}
            required
            error={isMissing ? texts('customerRequired') : undefined}
          >
            <Input
              id={`${id}-customer`}
              maxLength={200}
              value={customer}
              status={isMissing ? 'error' : undefined}
              onChange={(event) => setCustomer(event.target.value)}
            />
          </Labelled>
          <Labelled id={`${id}-shop`} label={texts('shop')}>
            <Input id={`${id}-shop`} maxLength={200} value={shop} onChange={(event) => setShop(event.target.value)} />
          </Labelled>
        </div>
        {lookUp.input && (
          <Labelled id={`${id}-input`} label={pick(lookUp.input.label)}>
            <Input
              id={`${id}-input`}
              maxLength={100}
              value={input}
              onChange={(event) => setInput(event.target.value)}
            />
          </Labelled>
        )}
        <div>
          <Button htmlType="submit" disabled={disabled} loading={trying.isPending}>
            {texts('run')}
          </Button>
        </div>
      </form>
      {trying.data && !trying.isPending && <Result result={trying.data} />}
      {problem && (
        <Alert
          className="look-up-answer"
          type="error"
          role="alert"
          showIcon
          title={problem.title}
          description={problem.detail}
        />
      )}
    </section>
  );
}

function Result({ result }: { result: BotLookUpTrialView }) {
  const texts = useLookUpTexts();
  const { outcome, reason = '', card, milliseconds } = result;
  const known = REASONS.find((each) => each === reason);
  const status = /^\d{3}$/.test(reason) ? texts('reason_status', { status: reason }) : undefined;
  const why = known ? texts(`reason_${known}`) : (status ?? reason);
  return (
    <>
      <Alert
        className="look-up-answer"
        type={TONES[outcome]}
        role="status"
        showIcon
        title={texts(outcome, { ms: milliseconds })}
        description={outcome === 'failed' ? why : undefined}
      />
      {card && (
        <div className="look-up-card">
          <CardView card={card} />
        </div>
      )}
    </>
  );
}
