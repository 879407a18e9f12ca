import { Alert, App, Input } from 'antd';
import { useId, useState } from 'react';
import type { TicketView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { fromField, toField } from '../promise/moments.js';
import '../promise/promise.css';
import { Dialog } from '../shared/dialog.js';
import { serverTime } from '../shared/server-time.js';
import { snoozeMoments } from './moments.js';
import { useSnoozeTexts } from './texts.js';
import { useSnooze } from './use-snooze.js';

/** Puts a case off until a time of the reader's zone. */
export default function SnoozeDialog({ ticket, onClose }: { ticket: TicketView; onClose: () => void }) {
  const { t, formats } = useLanguage();
  const texts = useSnoozeTexts();
  const { message } = App.useApp();
  const id = useId();
  const { number, nextDueAt, pausedAt } = ticket;
  const [now] = useState(() => serverTime.now() ?? Date.now());
  const [moments] = useState(() => snoozeMoments(now));
  const [when, setWhen] = useState(() => toField(moments[0]?.at ?? new Date(now)));
  const snooze = useSnooze(number);
  const until = fromField(when);
  const isPast = until !== undefined && until.getTime() <= (serverTime.now() ?? Date.now());
  const isBeyond = until !== undefined && !isPast && nextDueAt && !pausedAt && until.getTime() > Date.parse(nextDueAt);
  const ready = until !== undefined && !isPast;
  const submit = () => {
    if (!ready || snooze.isPending) return;
    snooze.mutate(until, {
      onSuccess: () => {
        void message.success(texts('done', { at: formats.short(until.toISOString()) }));
        onClose();
      },
    });
  };
  const problem = snooze.isError && problemText(t, snooze.error);
  return (
    <Dialog
      open
      width={480}
      title={texts('title', { number })}
      okText={texts('submit')}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={snooze.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <label className="field-label" htmlFor={id}>
        {texts('when')}
      </label>
      <div className="promise-moments">
        {moments.map(({ name, at }) => (
          <button key={name} type="button" aria-pressed={when === toField(at)} onClick={() => setWhen(toField(at))}>
            {texts(`moment.${name}`)} <span className="tabular">{formats.time(at.toISOString())}</span>
          </button>
        ))}
      </div>
      <Input
        id={id}
        type="datetime-local"
        min={toField(new Date(now))}
        value={when}
        status={isPast ? 'error' : undefined}
        onChange={(event) => setWhen(event.target.value)}
        onPressEnter={submit}
      />
      {isPast && (
        <p className="field-error" role="alert">
          {texts('past')}
        </p>
      )}
      <p className="panel-hint snooze-hint">{texts('promise')}</p>
      {isBeyond && <Alert type="warning" showIcon title={texts('beyond', { at: formats.short(nextDueAt) })} />}
      {problem && <Alert type="error" showIcon title={problem.title} description={problem.detail} />}
    </Dialog>
  );
}
