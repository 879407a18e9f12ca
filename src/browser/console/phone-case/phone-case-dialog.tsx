import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { PhoneCaseView } from '../../../contract/index.js';
import { useCategories } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { navigate } from '../routing/use-route.js';
import { Dialog } from '../shared/dialog.js';
import { CustomerChoice } from './customer-choice.js';
import { bodyOf, EMPTY, faultsOf, formOf, type PhoneDraft } from './draft.js';
import { MatterFields } from './matter-fields.js';
import { useOpenPhoneCase } from './queries.js';
import { usePhoneCaseTexts } from './texts.js';
import './phone-case.css';

/** A case for somebody on the phone; then its number, to be read out. */
export default function PhoneCaseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage();
  const texts = usePhoneCaseTexts();
  const categories = useCategories().data?.items ?? [];
  const opening = useOpenPhoneCase();
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState<PhoneDraft>(EMPTY);
  const [tried, setTried] = useState(false);
  const faults = faultsOf(draft);
  const change = (part: Partial<PhoneDraft>) => {
    setDraft((current) => ({ ...current, ...part }));
    // After a refusal other words are another request; while the first is under way, or its answer was lost, it is the same.
    if (opening.isError) {
      opening.reset();
      setRequestId(crypto.randomUUID());
    }
  };
  const submit = () => {
    setTried(true);
    const { values, problems } = formOf(draft, categories);
    if (Object.keys(faults).length > 0 || problems.length > 0 || opening.isPending) return;
    opening.mutate(bodyOf(draft, requestId, draft.siteId ?? '', values));
  };
  if (opening.data) return <Opened opened={opening.data} onClose={onClose} />;
  return (
    <Dialog
      open
      title={texts('title')}
      okText={texts('submit')}
      confirmLoading={opening.isPending}
      mask={{ closable: false }}
      onOk={submit}
      onCancel={onClose}
      width={560}
    >
      <CustomerChoice
        draft={draft}
        errors={{
          customer: tried && faults.customer ? texts(faults.customer) : undefined,
          name: tried && faults.name ? texts(faults.name) : undefined,
        }}
        onChange={change}
      />
      <MatterFields draft={draft} categories={categories} tried={tried} onChange={change} />
      {opening.error && (
        <Alert
          type="error"
          role="alert"
          showIcon
          title={problemText(t, opening.error).title}
          description={problemText(t, opening.error).detail}
        />
      )}
    </Dialog>
  );
}

function Opened({ opened, onClose }: { opened: PhoneCaseView; onClose: () => void }) {
  const texts = usePhoneCaseTexts();
  return (
    <Dialog
      open
      title={texts('done')}
      mask={{ closable: false }}
      onCancel={onClose}
      width={560}
      footer={
        <>
          <Button onClick={onClose}>{texts('close')}</Button>
          <Button
            type="primary"
            onClick={() => {
              navigate({ number: opened.number });
              onClose();
            }}
          >
            {texts('go')}
          </Button>
        </>
      }
    >
      <dl className="phone-read-out">
        <div>
          <dt>{texts('number')}</dt>
          <dd>{opened.number}</dd>
        </div>
        <div>
          <dt>{texts('code')}</dt>
          <dd>{opened.lookupCode}</dd>
        </div>
      </dl>
      <p className="caller-quiet">{texts('codeHint')}</p>
    </Dialog>
  );
}
