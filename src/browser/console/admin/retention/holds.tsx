import { App, Button, Empty, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import type { RetentionHoldView } from '../../../../contract/index.js';
import { isProblem } from '../../api/client.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { Labelled } from '../../shared/labelled.js';
import { QueryState } from '../../shared/query-state.js';
import { useHold, useHolds, useRelease } from './queries.js';
import { useRetentionTexts } from './texts.js';

/** Cases that are kept as they are, why, and since when. */
export function Holds() {
  const texts = useRetentionTexts();
  return (
    <section aria-label={texts('holds')}>
      <div className="retention-heading">
        <h3>{texts('holds')}</h3>
        <span className="retention-quiet">{texts('holdsIntro')}</span>
      </div>
      <div className="sheet">
        <NewHold />
        <QueryState query={useHolds()}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty description={texts('noHolds')} image={Empty.PRESENTED_IMAGE_SIMPLE} />
            ) : (
              <ul className="retention-list">
                {items.map((hold) => (
                  <li key={hold.number}>
                    <Hold hold={hold} />
                  </li>
                ))}
              </ul>
            )
          }
        </QueryState>
      </div>
    </section>
  );
}

function NewHold() {
  const { t } = useLanguage();
  const texts = useRetentionTexts();
  const id = useId();
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const hold = useHold();
  const problem = hold.error && !isProblem(hold.error, 'not_found') ? problemText(t, hold.error).title : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    hold.mutate(
      { number: number.trim(), reason: reason.trim() },
      {
        onSuccess: () => {
          setNumber('');
          setReason('');
        },
      },
    );
  };
  return (
    <form className="retention-hold" onSubmit={send} noValidate>
      <Labelled
        id={`${id}-number`}
        label={texts('number')}
        {...(hold.error && { error: problem ?? texts('noSuchCase') })}
      >
        <Input
          id={`${id}-number`}
          value={number}
          maxLength={60}
          placeholder="PL-XXX-XXXX"
          autoComplete="off"
          onChange={({ target }) => setNumber(target.value)}
        />
      </Labelled>
      <Labelled id={`${id}-reason`} label={texts('reason')}>
        <Input id={`${id}-reason`} value={reason} maxLength={300} onChange={({ target }) => setReason(target.value)} />
      </Labelled>
      <Button htmlType="submit" disabled={!number.trim() || !reason.trim()} loading={hold.isPending}>
        {texts('hold')}
      </Button>
    </form>
  );
}

function Hold({ hold: { number, reason, heldBy, heldAt } }: { hold: RetentionHoldView }) {
  const { formats } = useLanguage();
  const texts = useRetentionTexts();
  const { modal } = App.useApp();
  const release = useRelease();
  const ask = () =>
    modal.confirm({
      title: texts('releaseAsk', { number }),
      content: texts('releaseDetail'),
      okText: texts('release'),
      onOk: () => release.mutateAsync(number).catch(() => undefined),
    });
  return (
    <div className="retention-line">
      <b className="tabular">{number}</b>
      <span>{reason}</span>
      <span className="retention-quiet">{texts('heldBy', { name: heldBy, at: formats.short(heldAt) })}</span>
      <Button size="small" loading={release.isPending} onClick={ask}>
        {texts('release')}
      </Button>
    </div>
  );
}
