import { useQuery } from '@tanstack/react-query';
import { Alert, App, Input } from 'antd';
import { type KeyboardEvent, useId, useState } from 'react';
import { LIMITS, type MacroView, type TicketView, unfilledVariables } from '../../../contract/index.js';
import { isProblem } from '../api/client.js';
import { findNamed } from '../composer/replies/find-replies.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { COMMAND_ENTER } from '../shared/command-enter.js';
import { Dialog } from '../shared/dialog.js';
import { MacroChoice } from './macro-choice.js';
import { macros, useRunMacro } from './queries.js';
import { useMacroTexts } from './texts.js';
import { useDeedWords } from './use-deed-words.js';
import { useFilledReply } from './use-filled-reply.js';
import './macros.css';

interface Props {
  ticket: TicketView;
  conversationId: string | undefined;
  /** The one that was chosen already. */
  macroId?: string;
  onClose: () => void;
}

/** Finds a macro, shows what it is going to do, and does it when told to. */
export default function MacroDialog({ ticket, conversationId, macroId: asked, onClose }: Props) {
  const { t, pick } = useLanguage();
  const texts = useMacroTexts();
  const { message } = App.useApp();
  const id = useId();
  const wordsOf = useDeedWords();
  const query = useQuery(macros);
  const [wanted, setWanted] = useState('');
  const [chosenId, setChosenId] = useState(asked);
  // Of this dialog: whatever becomes of the line, it is done once.
  const [requestId] = useState(() => crypto.randomUUID());
  const running = useRunMacro(ticket.number);
  const all = query.data?.items ?? [];
  const chosen = all.find((macro) => macro.id === chosenId);
  const isAsked = chosen !== undefined && chosen.id === asked;
  const reply = useFilledReply(ticket.number, conversationId, chosen);
  const found = findNamed(
    all.map((macro) => ({ ...macro, words: macro.reply })),
    wanted,
  );
  const unfilled = unfilledVariables(reply.text);
  const mayReply = !chosen?.reply || (conversationId !== undefined && ticket.allowed.reply);
  const isReady =
    chosen && mayReply && (!chosen.reply || (reply.isReady && reply.text.trim() !== '' && unfilled.length === 0));

  function run(macro: MacroView) {
    running.mutate(
      {
        ...{ requestId, macroId: macro.id, macroVersion: macro.version, version: ticket.version },
        ...(macro.reply && { conversationId, reply: reply.text.trim() }),
      },
      {
        onSuccess: () => {
          void message.success(texts('done', { title: pick(macro.title) }));
          onClose();
        },
      },
    );
  }

  function keyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
    event.preventDefault();
    // To a field of search it is an Enter, which would choose another one.
    event.stopPropagation();
    if (chosen && isReady && !running.isPending) run(chosen);
  }

  const problem = running.error && problemText(t, running.error);
  const isConflict = isProblem(running.error, 'conflict');
  return (
    <Dialog
      open
      width={640}
      title={
        isAsked
          ? texts('titleOf', { title: pick(chosen.title), number: ticket.number })
          : texts('title', { number: ticket.number })
      }
      okText={
        <>
          {texts('run')}
          <kbd aria-hidden className="macro-keys">
            {COMMAND_ENTER}
          </kbd>
        </>
      }
      okButtonProps={{ disabled: !isReady, 'aria-keyshortcuts': 'Control+Enter Meta+Enter' }}
      confirmLoading={running.isPending}
      onOk={() => chosen && run(chosen)}
      onCancel={onClose}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of the fields within. */}
      <div onKeyDownCapture={keyDown}>
        {!isAsked && (
          <>
            <Input.Search
              allowClear
              aria-label={texts('search')}
              placeholder={texts('search')}
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
              onSearch={() => found[0] && setChosenId(found[0].id)}
            />
            <MacroChoice
              found={found}
              chosenId={chosenId}
              hint={query.isError ? texts('failed') : query.data && texts(all.length === 0 ? 'empty' : 'none')}
              onChoose={(macroId) => {
                running.reset();
                setChosenId(macroId);
              }}
            />
          </>
        )}
        {chosen && (
          <section className="macro-preview" aria-live="polite">
            <p>{texts('will')}</p>
            <ol tabIndex={-1}>
              {wordsOf(chosen.deeds).map((words) => (
                <li key={words}>{words}</li>
              ))}
              {chosen.reply && <li>{texts('deed.reply')}</li>}
            </ol>
            {chosen.reply && mayReply && (
              <>
                <label className="field-label" htmlFor={id}>
                  {texts('reply')} <small>{texts('replyHint')}</small>
                </label>
                <Input.TextArea
                  id={id}
                  autoSize={{ minRows: 3, maxRows: 9 }}
                  maxLength={LIMITS.messageLength}
                  status={unfilled.length > 0 ? 'error' : undefined}
                  value={reply.text}
                  onChange={(event) => reply.set(event.target.value)}
                />
                {unfilled.length > 0 && (
                  <p role="alert" className="field-error">
                    {texts('unfilled')} {unfilled.join(' ')}
                  </p>
                )}
              </>
            )}
            {!mayReply && <Alert type="warning" showIcon title={texts('noReply')} />}
          </section>
        )}
      </div>
      {problem && (
        <Alert
          type="error"
          showIcon
          className="macro-problem"
          title={isConflict ? texts('changed') : problem.title}
          description={isConflict ? undefined : problem.detail}
        />
      )}
    </Dialog>
  );
}
