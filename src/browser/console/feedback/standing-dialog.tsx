import { Alert, App, Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import {
  FEEDBACK_ANSWERED,
  FEEDBACK_LIMITS,
  FEEDBACK_MOVES,
  FEEDBACK_STATUSES,
  type FeedbackStatus,
  type FeedbackTopicView,
  LOCALES,
  type LocalizedText,
} from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { BilingualInput } from '../shared/bilingual-input.js';
import { Choice } from '../shared/choice.js';
import { Dialog } from '../shared/dialog.js';
import { Labelled } from '../shared/labelled.js';
import { feedbackCalls, useFeedbackDeed } from './queries.js';
import { useFeedbackTexts } from './texts.js';
import { useFeedbackWords, useMay } from './words.js';

const NOTHING: LocalizedText = { 'zh-CN': '', en: '' };

/** What becomes of it, what customers read, and whether they are told now. */
export default function StandingDialog({ topic, onClose }: { topic: FeedbackTopicView; onClose: () => void }) {
  const { t } = useLanguage();
  const texts = useFeedbackTexts();
  const words = useFeedbackWords();
  const may = useMay();
  const { message } = App.useApp();
  const field = useId();
  const [status, setStatus] = useState<FeedbackStatus>(topic.status);
  const [answer, setAnswer] = useState(topic.answer ?? NOTHING);
  const [reason, setReason] = useState('');
  const [tells, setTells] = useState(false);
  const said = LOCALES.filter((locale) => answer[locale].trim() !== '').length;
  const isMissing = said === 1 || (said === 0 && FEEDBACK_ANSWERED.includes(status));
  const { id, version, people, reachable = people } = topic;
  const save = useFeedbackDeed(() =>
    feedbackCalls.decide(id, {
      version,
      status,
      ...(said === 2 && { answer }),
      ...(reason.trim() && { reason: reason.trim() }),
      ...(tells && { tell: people }),
    }),
  );
  const choose = (next: FeedbackStatus) => {
    // The answer to one decision is none to the next; what was typed stays.
    if (topic.answer && answer === topic.answer) setAnswer(NOTHING);
    if (next === topic.status && said === 0 && topic.answer) setAnswer(topic.answer);
    setStatus(next);
  };
  const submit = () =>
    save.mutate(undefined, {
      onSuccess: () => {
        void message.success(texts('saved'));
        onClose();
      },
    });
  return (
    <Dialog
      open
      width={680}
      title={texts('decide')}
      okText={tells ? `${texts('save')} · ${texts('tell', { count: people })}` : texts('save')}
      okButtonProps={{ disabled: isMissing }}
      confirmLoading={save.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <Choice
        label={texts('status')}
        value={status}
        options={FEEDBACK_STATUSES.filter(
          (each) => each === topic.status || FEEDBACK_MOVES[topic.status].includes(each),
        ).map((value) => ({ value, label: words.status(value) }))}
        onChange={choose}
      />
      <div className="feedback-gap">
        <BilingualInput
          label={texts('answer')}
          value={answer}
          maxLength={FEEDBACK_LIMITS.answer}
          rows={4}
          required={FEEDBACK_ANSWERED.includes(status)}
          errorOf={(locale) => (said === 1 && answer[locale].trim() === '' ? texts('answerMissing') : undefined)}
          onChange={setAnswer}
        />
        <p className="field-hint">{texts('answerHint')}</p>
      </div>
      <Labelled id={field} label={texts('reason')}>
        <Input.TextArea
          id={field}
          className="note-field"
          rows={2}
          maxLength={FEEDBACK_LIMITS.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Labelled>
      {may('tell') && people > 0 && (
        <div className="feedback-gap">
          <Checkbox checked={tells} onChange={({ target }) => setTells(target.checked)}>
            {texts('tell', { count: people })}
          </Checkbox>
          <p className="field-hint">
            {texts('tellHint')} {reachable < people && texts('unreachable', { count: people - reachable })}
          </p>
        </div>
      )}
      {save.isError && (
        <Alert
          type="error"
          showIcon
          title={problemText(t, save.error).title}
          description={problemText(t, save.error).detail}
        />
      )}
    </Dialog>
  );
}
