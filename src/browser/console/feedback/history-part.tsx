import { App, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { FEEDBACK_LIMITS, type FeedbackHistoryView, type FeedbackTopicView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { Link } from '../shared/link.js';
import { feedbackCalls, useFeedbackDeed } from './queries.js';
import { useFeedbackTexts } from './texts.js';
import { useFeedbackWords } from './words.js';

/** Who did what and why, with notes among colleagues. */
export function HistoryPart({ topic }: { topic: FeedbackTopicView }) {
  const { t } = useLanguage();
  const texts = useFeedbackTexts();
  const { message } = App.useApp();
  const field = useId();
  const [note, setNote] = useState('');
  const add = useFeedbackDeed((words: string) => feedbackCalls.note(topic.id, words));
  const submit = () =>
    add.mutate(note.trim(), {
      onSuccess: () => setNote(''),
      onError: (error) => void message.error(problemText(t, error).title),
    });
  return (
    <section className="feedback-part">
      <header>
        <h3>{texts('history')}</h3>
      </header>
      <label className="field-label" htmlFor={field}>
        {texts('note')} <span className="feedback-soft">{texts('noteHint')}</span>
      </label>
      <Input.TextArea
        id={field}
        className="note-field"
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={FEEDBACK_LIMITS.note}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {note.trim() !== '' && (
        <Button size="small" loading={add.isPending} onClick={submit}>
          {texts('addNote')}
        </Button>
      )}
      <ol className="feedback-history">
        {topic.history.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ol>
    </section>
  );
}

function Line({ line }: { line: FeedbackHistoryView }) {
  const { formats } = useLanguage();
  const texts = useFeedbackTexts();
  const { by, at, reason, note, caseNumber } = line;
  return (
    <li>
      <p>
        <strong>{by ?? texts('customer')}</strong> <Deed line={line} />{' '}
        <time dateTime={at} title={formats.full(at)}>
          {formats.short(at)}
        </time>
      </p>
      {(reason ?? note) && <p className="feedback-note">{reason ?? note}</p>}
      {caseNumber && <Link to={`/console/tickets/${caseNumber}`}>{caseNumber}</Link>}
    </li>
  );
}

function Deed({
  line: { kind, by, from, to, count = 0, caseNumber = '', public: isPublic },
}: {
  line: FeedbackHistoryView;
}) {
  const texts = useFeedbackTexts();
  const words = useFeedbackWords();
  const status = (value: typeof from) => (value ? words.status(value) : '');
  if (kind === 'status' && from === to) return texts('h.answer', { to: status(to) });
  if (kind === 'given' && by) return texts('h.taken');
  if (kind === 'public' && !isPublic) return texts('h.hidden');
  return texts(`h.${kind}`, { from: status(from), to: status(to), count, number: caseNumber });
}
