import { useQuery } from '@tanstack/react-query';
import { Alert, App, Input } from 'antd';
import { useId, useState } from 'react';
import { LIMITS, type MacroView, type TicketView, unfilledVariables } from '../../../contract/index.js';
import { isProblem } from '../api/client.js';
import { findReplies } from '../composer/replies/find-replies.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
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
  onClose: () => void;
}

/** Finds a macro, shows what it is going to do, and does it when told to. */
export default function MacroDialog({ ticket, conversationId, onClose }: Props) {
  const { t, pick } = useLanguage();
  const texts = useMacroTexts();
  const { message } = App.useApp();
  const id = useId();
  const wordsOf = useDeedWords();
  const query = useQuery(macros);
  const [wanted, setWanted] = useState('');
  const [chosenId, setChosenId] = useState<string>();
  // Of this dialog: whatever becomes of the line, it is done once.
  const [requestId] = useState(() => crypto.randomUUID());
  const running = useRunMacro(ticket.number);
  const all = query.data?.items ?? [];
  const chosen = all.find((macro) => macro.id === chosenId);
  const reply = useFilledReply(ticket.number, conversationId, chosen);
  const found = findReplies(
    all.map((macro) => ({ ...macro, body: macro.reply ?? { 'zh-CN': '', en: '' } })),
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

  const problem = running.error && problemText(t, running.error);
  const isConflict = isProblem(running.error, 'conflict');
  return (
    <Dialog
      open
      width={640}
      title={texts('title', { number: ticket.number })}
      okText={texts('run')}
      okButtonProps={{ disabled: !isReady }}
      confirmLoading={running.isPending}
      onOk={() => chosen && run(chosen)}
      onCancel={onClose}
    >
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
      {chosen && (
        <section className="macro-preview" aria-live="polite">
          <p>{texts('will')}</p>
          <ol>
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
