import { LockFilled, PaperClipOutlined, ThunderboltOutlined } from '@ant-design/icons';
import { Button, Input, Tooltip } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea.js';
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { LIMITS, type TicketView, unfilledVariables } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { MacroButton } from '../macros/macro-button.js';
import { useMacros } from '../macros/use-macros.js';
import { KeepsPromise, PromiseButton, useKeepByReply } from '../promise/composer-promise.js';
import { useRealtime } from '../realtime/realtime.js';
import { useStaff } from '../session/session.js';
import { useShortcuts } from '../shortcuts/use-shortcuts.js';
import { seenMarks } from '../thread/seen-marks.js';
import { WhisperBox } from '../whisper/whisper-box.js';
import { AssistanceMenu } from './assistance/assistance-menu.js';
import { Assisted } from './assistance/assisted.js';
import { useOffer, useProposal } from './assistance/use-assistance.js';
import { ChangedQuestion } from './changed/changed-question.js';
import { ComposerModes } from './composer-modes.js';
import { FileChips } from './file-chips.js';
import { useInsertions } from './insertions.js';
import { MentionedLine, MentionList } from './mentions/mention-list.js';
import { useMentionTexts } from './mentions/texts.js';
import { useMentions } from './mentions/use-mentions.js';
import { isAsked, type Outgoing } from './outgoing.js';
import { useOutgoing, useOutgoingActions } from './outgoing-queue.js';
import { useField } from './replies/field.js';
import { optionId, ReplyList } from './replies/reply-list.js';
import { useReplyTexts } from './replies/texts.js';
import { selectVariable, Unfilled } from './replies/unfilled.js';
import { useCannedReplies } from './replies/use-canned-replies.js';
import { useDrafts } from './use-drafts.js';
import { useTyping } from './use-typing.js';
import { useUploads } from './use-uploads.js';
import './composer.css';

interface Props {
  ticket: TicketView;
  conversationId: string;
  /** The number that the thread was opened as: what is being written to one customer never turns up beside another's thread. */
  draftOf: string;
}

/** Where replies and notes are written. The two modes share nothing but the place, so that none is taken for the other. */
export function Composer({ ticket, conversationId, draftOf }: Props) {
  const { t } = useLanguage();
  const { connection } = useRealtime();
  const { send, retry, discard } = useOutgoingActions();
  const asked = useOutgoing(conversationId).find(isAsked);
  const mentionTexts = useMentionTexts();
  const replyTexts = useReplyTexts();
  const listId = useId();
  const field = useRef<TextAreaRef>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [isDropTarget, setIsDropTarget] = useState(false);
  const written = useDrafts(draftOf, ticket.allowed.reply);
  const { mode, setMode, text, setText, addToReply } = written;
  const uploads = useUploads(conversationId, mode);
  const typing = useTyping(conversationId, mode);
  const isNote = mode === 'note';
  const mayPromise = !isNote && ticket.allowed.assign;
  const [keeps, setKeeps] = useState(false);
  const keepBy = useKeepByReply(ticket.number);
  const tooLong = text.length - (isNote ? LIMITS.noteLength : LIMITS.messageLength);
  const writing = useField(field, text, setText);
  const macros = useMacros(ticket, conversationId, () => field.current?.focus());
  const replies = useCannedReplies(ticket.number, conversationId, !isNote, writing, macros.ask);
  const mentions = useMentions(draftOf, isNote, writing);
  const completion = isNote ? mentions : replies;
  const unfilled = isNote ? [] : unfilledVariables(text);
  const canSend =
    (text.trim() !== '' || uploads.done.length > 0) && tooLong <= 0 && !uploads.busy && unfilled.length === 0;

  useEffect(() => {
    seenMarks.isWriting(conversationId, !isNote && text !== '');
    return () => seenMarks.isWriting(conversationId, false);
  }, [conversationId, isNote, text]);

  const offer = useOffer(ticket.number, ticket.allowed.reply);
  const assistance = useProposal(ticket.number, conversationId);

  const staff = useStaff();
  const { number, assigneeId, assigneeName = '' } = ticket;
  const canWhisper = staff.role !== 'agent' && assigneeId !== undefined && assigneeId !== staff.id;
  const [whispers, setWhispers] = useState(false);
  const isWhisper = whispers && canWhisper;

  const switchTo = (next: typeof mode | 'whisper') => {
    setWhispers(next === 'whisper');
    if (next === 'whisper') return;
    setMode(next);
    field.current?.focus({ cursor: 'end' });
  };
  const insert = (words: string) => {
    addToReply(words);
    switchTo('reply');
  };
  useInsertions(ticket.allowed.reply ? ticket.number : '', insert);
  useShortcuts({ r: () => ticket.allowed.reply && switchTo('reply'), n: () => switchTo('note') });

  function submit() {
    if (unfilled[0]) selectVariable(writing, unfilled[0]);
    if (!canSend) return;
    const body = text.trim();
    const message = { conversationId, mode, body, attachments: uploads.done };
    if (isNote) {
      const ids = mentions.mentioned.map(({ id }) => id);
      send({ ...message, ...(ids.length > 0 && { mentions: ids }) });
      mentions.clear();
    } else
      send({ ...message, seenSeq: seenMarks.of(conversationId) }, keeps && mayPromise ? () => keepBy(body) : undefined);
    setKeeps(false);
    typing.stopped();
    setText('');
    uploads.clear();
    field.current?.focus();
  }
  /** What was held back is a draft again, above what has been begun since. */
  function takeBack({ clientMessageId, body, attachments }: Outgoing) {
    written.put('reply', [body, written.texts.reply].filter(Boolean).join('\n'));
    uploads.putBack(attachments);
    discard(clientMessageId);
    switchTo('reply');
  }
  function keyDown(event: KeyboardEvent) {
    // While an input method is composing, Enter chooses a word (229: Safari says so only by the code).
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (completion.keyDown(event)) return;
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

  const modes = (
    <ComposerModes
      mode={isWhisper ? 'whisper' : mode}
      canReply={ticket.allowed.reply}
      canWhisper={canWhisper}
      onChange={switchTo}
    />
  );
  if (isWhisper)
    return (
      <section className="composer composer-whisper" aria-label={t('composer.label')}>
        <div className="composer-top">{modes}</div>
        <WhisperBox number={number} name={assigneeName} onDone={() => setWhispers(false)} />
      </section>
    );
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
      {asked && (
        <ChangedQuestion
          key={asked.clientMessageId}
          message={asked}
          onSend={(seenSeq) => {
            retry(asked.clientMessageId, seenSeq);
            field.current?.focus();
          }}
          onChange={() => takeBack(asked)}
        />
      )}
      <div className="composer-top">
        {modes}
        <span className="composer-audience">
          {isNote && <LockFilled aria-hidden />} {t(isNote ? 'composer.internal' : 'composer.toCustomer')}
        </span>
      </div>
      {isNote ? <MentionList id={listId} mentions={mentions} /> : <ReplyList id={listId} replies={replies} />}
      {!ticket.allowed.reply && <p className="composer-hint">{t('composer.noReply')}</p>}
      <Assisted
        key={conversationId}
        assistance={assistance}
        drafts={written}
        onPut={(of) => switchTo(of)}
        onLeave={() => field.current?.focus({ cursor: 'end' })}
      />
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
        {...(completion.isOpen && {
          'aria-autocomplete': 'list',
          'aria-controls': listId,
          'aria-activedescendant': completion.found.length > 0 ? optionId(listId, completion.active) : undefined,
        })}
        onChange={(event) => {
          setText(event.target.value);
          completion.moved(event.target.selectionStart);
          typing.typed(event.target.value !== '');
        }}
        onSelect={(event) => completion.moved(event.currentTarget.selectionStart)}
        onBlur={() => {
          completion.moved(undefined);
          typing.stopped();
        }}
        onKeyDown={keyDown}
        onPaste={paste}
      />
      <MentionedLine mentions={mentions} />
      <Unfilled variables={unfilled} field={writing} />
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
        {!isNote && (
          <Button
            type="text"
            title={replyTexts('title')}
            aria-label={replyTexts('title')}
            icon={<ThunderboltOutlined aria-hidden />}
            onMouseDown={(event) => event.preventDefault()}
            onClick={replies.ask}
          />
        )}
        {(ticket.allowed.reply || ticket.allowed.edit) && <MacroButton onClick={() => macros.ask()} />}
        {macros.dialog}
        {offer && <AssistanceMenu offer={offer} mode={mode} draft={text} onWish={assistance.ask} />}
        {mayPromise && <PromiseButton ticket={ticket} />}
        <span className={`composer-hint${connection === 'online' ? ' composer-keys' : ''}`}>
          {isDropTarget ? t('composer.dropHere') : connection === 'online' ? t('composer.hint') : t('composer.offline')}
          {!isDropTarget && connection === 'online' && ` · ${isNote ? mentionTexts('hint') : replyTexts('hint')}`}
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
