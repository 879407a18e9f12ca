import { CheckOutlined, FieldTimeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Suspense, useCallback, useState } from 'react';
import type { TicketStatus, TicketView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { fetchedLater } from '../shared/fetched-later.js';
import { useEverySecond } from '../shared/ticker.js';
import { usePromiseTexts } from './texts.js';
import { usePromiseIsOpen } from './use-promise.js';
import './promise.css';

const PromiseDialog = fetchedLater(() => import('./promise-dialog.js'));
const KeepDialog = fetchedLater(() => import('./keep-dialog.js'));

const DONE: readonly TicketStatus[] = ['resolved', 'closed', 'cancelled'];

/** What was promised to the customer, and the ways to promise, renew and keep. */
export function PromiseBar({ ticket }: { ticket: TicketView }) {
  const { formats } = useLanguage();
  const texts = usePromiseTexts();
  const [dialog, setDialog] = useState<'promise' | 'keep'>();
  const isOpen = usePromiseIsOpen(ticket);
  const promisedAt = DONE.includes(ticket.status) ? undefined : ticket.promisedAt;
  const may = ticket.allowed.assign;
  const compute = useCallback(
    (now: number) => (promisedAt && Date.parse(promisedAt) <= now ? 'passed' : 'stands'),
    [promisedAt],
  );
  const state = useEverySecond(compute) === 'passed' ? 'passed' : 'stands';
  const close = () => setDialog(undefined);
  if (!may && !promisedAt) return null;
  return (
    <div className={promisedAt ? `promise-bar promise-${state}` : 'promise-bar'}>
      {promisedAt && (
        <p className="promise-words">
          <strong>{texts(state, { at: formats.short(promisedAt) })}</strong>
          {ticket.promiseBasis && <span> · {ticket.promiseBasis}</span>}
        </p>
      )}
      {may && (
        <Button size="small" icon={<FieldTimeOutlined aria-hidden />} onClick={() => setDialog('promise')}>
          {texts(promisedAt ? 'renew' : 'give')}
        </Button>
      )}
      {may && isOpen && (
        <Button size="small" icon={<CheckOutlined aria-hidden />} onClick={() => setDialog('keep')}>
          {texts('keep')}
        </Button>
      )}
      <Suspense>
        {dialog === 'promise' && <PromiseDialog ticket={ticket} onClose={close} />}
        {dialog === 'keep' && <KeepDialog number={ticket.number} onClose={close} />}
      </Suspense>
    </div>
  );
}
