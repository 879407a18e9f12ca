import { Alert, Input } from 'antd';
import { useId, useState } from 'react';
import type { TicketView } from '../../../contract/index.js';
import { isProblem } from '../api/client.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { serverTime } from '../shared/server-time.js';
import { fromField, likelyMoments, toField } from './moments.js';
import { usePromiseTexts } from './texts.js';
import { useGivePromise } from './use-promise.js';
import './promise.css';
import { Dialog } from '../shared/dialog.js';

const LONGEST_BASIS = 200;

/** Gives the customer a date with what it rests on, or another in place of the one that stands. */
export default function PromiseDialog({ ticket, onClose }: { ticket: TicketView; onClose: () => void }) {
  const { t, formats } = useLanguage();
  const texts = usePromiseTexts();
  const ids = { when: useId(), basis: useId() };
  const { number, promiseBasis, promisedAt } = ticket;
  const [now] = useState(() => serverTime.now() ?? Date.now());
  const [moments] = useState(() => likelyMoments(now));
  const [when, setWhen] = useState('');
  const [basis, setBasis] = useState(promiseBasis ?? '');
  const give = useGivePromise(number, onClose);
  const at = fromField(when);
  const isPast = at !== undefined && at.getTime() <= (serverTime.now() ?? Date.now());
  const ready = at !== undefined && !isPast && basis.trim() !== '';
  const submit = () => {
    if (ready && !give.isPending) give.mutate({ promisedAt: at.toISOString(), basis: basis.trim() });
  };
  const problem = give.isError && !isProblem(give.error, 'illegal_transition') && problemText(t, give.error);
  return (
    <Dialog
      open
      width={480}
      title={texts(promisedAt ? 'renewTitle' : 'title', { number })}
      okText={texts(promisedAt ? 'renew' : 'submit')}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={give.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <label className="field-label" htmlFor={ids.when}>
        {texts('when')}
      </label>
      <div className="promise-moments">
        {moments.map(({ name, at: moment }) => (
          <button
            key={name}
            type="button"
            aria-pressed={when === toField(moment)}
            onClick={() => setWhen(toField(moment))}
          >
            {texts(`moment.${name}`)} <span className="tabular">{formats.time(moment.toISOString())}</span>
          </button>
        ))}
      </div>
      <Input
        id={ids.when}
        type="datetime-local"
        min={toField(new Date(now))}
        value={when}
        status={isPast ? 'error' : undefined}
        onChange={(event) => setWhen(event.target.value)}
      />
      {isPast && (
        <p className="field-error" role="alert">
          {texts('past')}
        </p>
      )}
      <label className="field-label" htmlFor={ids.basis}>
        {texts('basis')}
      </label>
      <Input.TextArea
        id={ids.basis}
        rows={2}
        maxLength={LONGEST_BASIS}
        value={basis}
        placeholder={texts('basisPlaceholder')}
        onChange={(event) => setBasis(event.target.value)}
        onPressEnter={(event) => {
          if (event.ctrlKey || event.metaKey) submit();
        }}
      />
      <div className="promise-preview" aria-live="polite">
        <small>{texts('preview')}</small>
        <p>
          {texts('previewWords', {
            at: at ? formats.short(at.toISOString()) : '…',
            basis: basis.trim() || '…',
          })}
        </p>
      </div>
      <p className="panel-hint">{texts('hint')}</p>
      {problem && <Alert type="error" showIcon title={problem.title} description={problem.detail} />}
    </Dialog>
  );
}
