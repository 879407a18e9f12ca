import { LockFilled, PaperClipOutlined } from '@ant-design/icons';
import { Button, Input, Tooltip } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea.js';
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import { LIMITS, type TicketView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { KeepsPromise, PromiseButton, useKeepByReply } from '../promise/composer-promise.js';
import { useRealtime } from '../realtime/realtime.js';
import { useShortcuts } from '../shortcuts/use-shortcuts.js';
import { ComposerModes } from './composer-modes.js';
import { FileChips } from './file-chips.js';
import { useOutgoingActions } from './outgoing-queue.js';
import { useDrafts } from './use-drafts.js';
import { useTyping } from './use-typing.js';
import { useUploads } from './use-uploads.js';
import './composer.css';

/** Where replies and notes are written. The two modes share nothing but the place, so that none is taken for the other. */
export function Composer({ ticket, conversationId }: { ticket: TicketView; conversationId: string }) {
  const { t } = useLanguage();
  const { connection } = useRealtime();
  const { send } = useOutgoingActions();
  const field = useRef<TextAreaRef>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [isDropTarget, setIsDropTarget] = useState(false);
  const { mode, setMode, text, setText } = useDrafts(ticket.number, ticket.allowed.reply);
  const uploads = useUploads(conversationId, mode);
  const typing = useTyping(conversationId, mode);
  const isNote = mode === 'note';
  const mayPromise = !isNote && ticket.allowed.assign;
  const [keeps, setKeeps] = useState(false);
  const keepBy = useKeepByReply(ticket.number);
  const tooLong = text.length - (isNote ? LIMITS.noteLength : LIMITS.messageLength);
  const canSend = (text.trim() !== '' || uploads.done.length > 0) && tooLong <= 0 && !uploads.busy;

  const switchTo = (next: typeof mode) => {
    setMode(next);
    field.current?.focus({ cursor: 'end' });
  };
  useShortcuts({ r: () => ticket.allowed.reply && switchTo('reply'), n: () => switchTo('note') });

  function submit() {
    if (!canSend) return;
    send({ conversationId, mode, body: text.trim(), attachments: uploads.done });
    if (keeps && mayPromise) keepBy(text.trim());
    setKeeps(false);
    typing.stopped();
    setText('');
    uploads.clear();
    field.current?.focus();
  }
  function keyDown(event: KeyboardEvent) {
    // While an input method is composing, Enter chooses a word (229: Safari says so only by the code).
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') {
      field.current?.blur();
      document.querySelector<HTMLElement>('[data-row][aria-current]')?.focus();
    } else if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      submit();
    }
  }
  function paste(event: ClipboardEvent) {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    uploads.add(files);
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    setIsDropTarget(false);
    uploads.add([...event.dataTransfer.files]);
  }

  return (
    <section
      className={`composer composer-${mode}${isDropTarget ? ' composer-drop' : ''}`}
      aria-label={t('composer.label')}
      onDragOver={(event) => {
        event.preventDefault();
        setIsDropTarget(true);
      }}
      onDragLeave={() => setIsDropTarget(false)}
      onDrop={drop}
    >
      <div className="composer-top">
        <ComposerModes mode={mode} canReply={ticket.allowed.reply} onChange={switchTo} />
        <span className="composer-audience">
          {isNote && <LockFilled aria-hidden />} {t(isNote ? 'composer.internal' : 'composer.toCustomer')}
        </span>
      </div>
      {!ticket.allowed.reply && <p className="composer-hint">{t('composer.noReply')}</p>}
      <Input.TextArea
        ref={field}
        variant="borderless"
        autoSize={{ minRows: 2, maxRows: 9 }}
        value={text}
        aria-label={t(isNote ? 'composer.note' : 'composer.reply')}
        placeholder={
          isNote
            ? t('composer.notePlaceholder')
            : t('composer.replyPlaceholder', { name: ticket.customerName || t('customer.visitor') })
        }
        onChange={(event) => {
          setText(event.target.value);
          typing.typed(event.target.value !== '');
        }}
        onBlur={typing.stopped}
        onKeyDown={keyDown}
        onPaste={paste}
      />
      <FileChips uploads={uploads} />
      <div className="composer-bottom">
        <Tooltip title={t('composer.attach')}>
          <Button
            type="text"
            aria-label={t('composer.attach')}
            icon={<PaperClipOutlined aria-hidden />}
            onClick={() => picker.current?.click()}
          />
        </Tooltip>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            uploads.add([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        {mayPromise && <PromiseButton ticket={ticket} />}
        <span className={`composer-hint${connection === 'online' ? ' composer-keys' : ''}`}>
          {isDropTarget ? t('composer.dropHere') : connection === 'online' ? t('composer.hint') : t('composer.offline')}
        </span>
        {mayPromise && connection === 'online' && <KeepsPromise ticket={ticket} keeps={keeps} onKeeps={setKeeps} />}
        {tooLong > 0 && (
          <span role="alert" className="field-error">
            {t('composer.tooLong', { count: tooLong })}
          </span>
        )}
        <Button type="primary" className="composer-send" disabled={!canSend} onClick={submit}>
          {t(isNote ? 'composer.addNote' : 'composer.send')}
        </Button>
      </div>
    </section>
  );
}
