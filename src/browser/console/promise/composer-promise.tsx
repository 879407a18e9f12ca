import { FieldTimeOutlined } from '@ant-design/icons';
import { App, Button, Checkbox, Tooltip } from 'antd';
import { Suspense, useState } from 'react';
import type { TicketView } from '../../../contract/index.js';
import { isProblem } from '../api/client.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { fetchedLater } from '../shared/fetched-later.js';
import { usePromiseTexts } from './texts.js';
import { useKeepPromise, usePromiseIsOpen } from './use-promise.js';
import './promise.css';

const PromiseDialog = fetchedLater(() => import('./promise-dialog.js'));
/** Of the words of a reply, as many as the note for colleagues can hold beside ours. */
const MOST_WORDS = 280;

/** Where one writes to the customer a promise is given, too. */
export function PromiseButton({ ticket }: { ticket: TicketView }) {
  const texts = usePromiseTexts();
  const [isGiving, setIsGiving] = useState(false);
  const name = texts(ticket.promisedAt ? 'renew' : 'give');
  return (
    <>
      <Tooltip title={name}>
        <Button
          type="text"
          aria-label={name}
          icon={<FieldTimeOutlined aria-hidden />}
          onClick={() => setIsGiving(true)}
        />
      </Tooltip>
      <Suspense>{isGiving && <PromiseDialog ticket={ticket} onClose={() => setIsGiving(false)} />}</Suspense>
    </>
  );
}

interface KeepsProps {
  ticket: TicketView;
  /** Whether the reply that is being written keeps what was promised. */
  keeps: boolean;
  onKeeps: (keeps: boolean) => void;
}

/** Marks a reply as the plan or the result that was promised; only there while one is awaited. */
export function KeepsPromise({ ticket, keeps, onKeeps }: KeepsProps) {
  const texts = usePromiseTexts();
  if (!usePromiseIsOpen(ticket)) return null;
  return (
    <Checkbox className="composer-promise" checked={keeps} onChange={({ target }) => onKeeps(target.checked)}>
      {texts('withReply')}
    </Checkbox>
  );
}

/** A reply with the plan or the result: colleagues read its first words as what was done. */
export function useKeepByReply(number: string) {
  const texts = usePromiseTexts();
  const { t } = useLanguage();
  const { message } = App.useApp();
  const keep = useKeepPromise(number);
  return (reply: string) =>
    keep.mutate(texts('keptByReply', { words: reply.slice(0, MOST_WORDS) }), {
      onError: (error) => {
        if (!isProblem(error, 'illegal_transition')) void message.error(problemText(t, error).title);
      },
    });
}
