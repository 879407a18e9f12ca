import { FlagOutlined } from '@ant-design/icons';
import { App, Button, Input, Popover, Radio } from 'antd';
import { type RefObject, useRef, useState } from 'react';
import { BOT_FLAG_NOTE, BOT_FLAG_REASONS, type BotFlagReason, type BotFlagView } from '../../../contract/index.js';
import { isProblem } from '../api/client.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { useStaff } from '../session/session.js';
import { useFlag, useFlags } from './queries.js';
import { useBotLearningTexts } from './texts.js';
import './flag-answer.css';

/** 标记答错, beside an answer of the bot's: what is wrong with it, for whoever keeps the bot. */
export function FlagAnswer({ conversationId, entryId }: { conversationId: string; entryId: string }) {
  const { formats } = useLanguage();
  const texts = useBotLearningTexts();
  const { id, role } = useStaff();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const flags = useFlags(conversationId);
  const flag = flags.data?.items.find((each) => each.entryId === entryId);
  const isMine = flag === undefined || flag.by.id === id;
  const isFixed = flag?.settled !== undefined || (!isMine && role === 'agent');
  const label = flag
    ? texts(flag.settled ? 'flaggedSettled' : 'flagged', { reason: texts(`reason.${flag.reason}`) })
    : texts('flag');
  const title = flag && texts('flaggedBy', { name: flag.by.name, at: formats.short(flag.at) });
  // A case of others: what the bot said may be read, what is said of it is theirs.
  if (isProblem(flags.error, 'not_found')) return null;
  if (isFixed)
    return (
      <span className="badge badge-warn flag-answer" title={title}>
        {label}
      </span>
    );
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={setIsOpen}
      // It stands at the end of the page: by keyboard nobody would find into it, or back.
      afterOpenChange={(open) => {
        const held = document.activeElement;
        if (open) form.current?.querySelector<HTMLElement>('input:checked, button')?.focus();
        else if (held === document.body || form.current?.contains(held)) button.current?.focus();
      }}
      destroyOnHidden
      title={texts('flagTitle')}
      content={
        <FlagForm
          ref={form}
          conversationId={conversationId}
          entryId={entryId}
          flag={flag}
          canChange={isMine}
          onDone={() => setIsOpen(false)}
        />
      }
    >
      <button
        ref={button}
        type="button"
        className={`flag-answer flag-button${flag ? ' flag-on' : ''}`}
        aria-expanded={isOpen}
        title={title}
      >
        <FlagOutlined aria-hidden /> {label}
      </button>
    </Popover>
  );
}

interface FormProps {
  ref: RefObject<HTMLDivElement | null>;
  conversationId: string;
  entryId: string;
  flag: BotFlagView | undefined;
  /** One's own; a supervisor may take back another's. */
  canChange: boolean;
  onDone: () => void;
}

function FlagForm({ ref, conversationId, entryId, flag, canChange, onDone }: FormProps) {
  const { t } = useLanguage();
  const texts = useBotLearningTexts();
  const { message } = App.useApp();
  const [reason, setReason] = useState<BotFlagReason>(flag?.reason ?? 'wrong');
  const [note, setNote] = useState(flag?.note ?? '');
  const save = useFlag(conversationId, entryId);
  const send = (said: { reason: BotFlagReason; note: string } | null) =>
    save.mutate(said, {
      onSuccess: () => {
        onDone();
        void message.success(texts(said ? 'flagSaved' : 'unflagged'));
      },
      onError: (error) => {
        if (isProblem(error, 'conflict')) void message.info(texts('conflict'));
        else void message.error(problemText(t, error).title);
      },
    });
  return (
    <div className="flag-form" ref={ref}>
      {canChange && (
        <>
          <Radio.Group
            aria-label={texts('flagTitle')}
            value={reason}
            options={BOT_FLAG_REASONS.map((value) => ({ value, label: texts(`reason.${value}`) }))}
            onChange={({ target }) => setReason(target.value)}
          />
          <Input.TextArea
            aria-label={texts('flagNote')}
            placeholder={texts('flagNote')}
            value={note}
            maxLength={BOT_FLAG_NOTE}
            autoSize={{ minRows: 2, maxRows: 5 }}
            onChange={({ target }) => setNote(target.value)}
          />
        </>
      )}
      <div className="flag-deeds">
        {flag && (
          <Button size="small" disabled={save.isPending} onClick={() => send(null)}>
            {texts('unflag')}
          </Button>
        )}
        {canChange && (
          <Button
            size="small"
            type="primary"
            loading={save.isPending}
            onClick={() => send({ reason, note: note.trim() })}
          >
            {texts('flagSave')}
          </Button>
        )}
      </div>
    </div>
  );
}
