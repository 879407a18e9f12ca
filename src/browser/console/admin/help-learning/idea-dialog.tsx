import { App, Input } from 'antd';
import { useId, useState } from 'react';
import { ARTICLE_TASK_LIMITS, type Locale } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { Choice } from '../../shared/choice.js';
import { Dialog } from '../../shared/dialog.js';
import { Labelled } from '../../shared/labelled.js';
import { usePropose } from './queries.js';
import { TaskProblem } from './task-problem.js';
import { useLearningTexts } from './texts.js';
import './learning.css';

interface Props {
  /** The case that it comes of, with what it is about. */
  ticket?: { number: string; subject: string };
  onClose: () => void;
}

/** Anybody may say what the help centre should say. */
export default function IdeaDialog({ ticket, onClose }: Props) {
  const { locale: reader } = useLanguage();
  const texts = useLearningTexts();
  const { message } = App.useApp();
  const id = useId();
  const [title, setTitle] = useState(ticket?.subject.slice(0, ARTICLE_TASK_LIMITS.title) ?? '');
  const [note, setNote] = useState('');
  const [locale, setLocale] = useState<Locale>(reader);
  const propose = usePropose();
  const send = () => {
    const words = { title: title.trim(), note: note.trim() };
    propose.mutate(
      ticket ? { kind: 'ticket', ticketNumber: ticket.number, ...words } : { kind: 'idea', locale, ...words },
      {
        onSuccess: () => {
          void message.success(texts('proposed'));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      title={texts(ticket ? 'caseTask' : 'idea')}
      okText={texts('propose')}
      cancelText={texts('cancel')}
      okButtonProps={{ disabled: !title.trim(), loading: propose.isPending }}
      onOk={send}
      onCancel={onClose}
    >
      <div className="learning-form">
        <Labelled id={`${id}-title`} label={texts('taskTitle')} required>
          <Input
            id={`${id}-title`}
            value={title}
            maxLength={ARTICLE_TASK_LIMITS.title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Labelled>
        {!ticket && (
          <Choice
            label={texts('language')}
            value={locale}
            options={[
              { value: 'zh-CN', label: texts('chinese') },
              { value: 'en', label: texts('english') },
            ]}
            onChange={setLocale}
          />
        )}
        <Labelled id={`${id}-note`} label={texts('note')}>
          <Input.TextArea
            id={`${id}-note`}
            value={note}
            maxLength={ARTICLE_TASK_LIMITS.note}
            autoSize={{ minRows: 3, maxRows: 8 }}
            onChange={(event) => setNote(event.target.value)}
          />
        </Labelled>
        <TaskProblem error={propose.error} />
      </div>
    </Dialog>
  );
}
