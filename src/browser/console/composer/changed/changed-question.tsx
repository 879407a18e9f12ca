import { ExclamationCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useId, useRef } from 'react';
import type { StaffEntryView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { useStaff } from '../../session/session.js';
import { systemText } from '../../thread/system-text.js';
import { useThread } from '../../thread/thread-state.js';
import type { Outgoing } from '../outgoing.js';
import { useChangedTexts } from './texts.js';
import { whatCame } from './what-came.js';
import './changed.css';

const SHOWN = 3;

interface Props {
  message: Outgoing;
  onSend: (seenSeq: number) => void;
  onChange: () => void;
}

/** A reply that was held back, as somebody has said something before it: what that is, and whether the reply goes all the same. */
export function ChangedQuestion({ message, onSend, onChange }: Props) {
  const texts = useChangedTexts();
  const staff = useStaff();
  const titleId = useId();
  const first = useRef<HTMLButtonElement>(null);
  const entries = useThread(message.conversationId).data?.entries ?? [];
  const came = whatCame(entries, message.seenSeq ?? 0, staff.id);
  const shown = came.slice(-SHOWN);
  // Who has gone on to write the next one is not interrupted; everybody else finds the answer under their hands.
  useEffect(() => {
    const field = document.activeElement;
    if (!(field instanceof HTMLTextAreaElement && field.value !== '')) first.current?.focus();
  }, []);
  return (
    <section className="changed" role="alertdialog" aria-labelledby={titleId}>
      <p id={titleId} className="changed-title" role="alert">
        <ExclamationCircleFilled aria-hidden /> {texts('title')}
      </p>
      {came.length > SHOWN && <p className="changed-more">{texts('earlier', { count: came.length - SHOWN })}</p>}
      <ul className="changed-news">
        {shown.map((entry) => (
          <News key={entry.id} entry={entry} />
        ))}
        {shown.length === 0 && <li className="changed-more">{texts('reading')}</li>}
      </ul>
      <p className="changed-own">
        <small>{texts('yours')}</small> {message.body || texts('file')}
      </p>
      <div className="changed-buttons">
        <Button ref={first} type="primary" onClick={onChange}>
          {texts('change')}
        </Button>
        <Button
          disabled={shown.length === 0}
          onClick={() => onSend(Math.max(message.seenSeq ?? 0, entries.at(-1)?.seq ?? 0))}
        >
          {texts('sendAnyway')}
        </Button>
      </div>
    </section>
  );
}

function News({ entry }: { entry: StaffEntryView }) {
  const language = useLanguage();
  const { t, formats } = language;
  const texts = useChangedTexts();
  const isLine = entry.kind === 'system';
  const name = isLine ? '' : entry.author.name || t('customer.visitor');
  const words = isLine
    ? systemText(language, entry)
    : entry.body || texts(entry.attachments.length > 0 ? 'file' : 'card');
  return (
    <li>
      {name && <strong>{name}</strong>}
      <span className="changed-words">{words}</span>
      <time dateTime={entry.createdAt} className="tabular">
        {formats.time(entry.createdAt)}
      </time>
    </li>
  );
}
