import { Alert, App, Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { FEEDBACK_KINDS, FEEDBACK_LIMITS, type FeedbackKind, type TicketView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { feedbackAddress } from '../routing/place.js';
import { Choice } from '../shared/choice.js';
import { Dialog } from '../shared/dialog.js';
import { Labelled } from '../shared/labelled.js';
import { Link } from '../shared/link.js';
import { feedbackCalls, useAreas, useCaseFeedback, useFeedbackDeed } from './queries.js';
import { useFeedbackTexts } from './texts.js';
import { useFeedbackWords } from './words.js';
import './feedback.css';

/** What the customer of a case wishes or complains of goes to those who decide; or the way to where it went. */
export default function FeedbackDoor({ ticket }: { ticket: TicketView }) {
  const texts = useFeedbackTexts();
  const words = useFeedbackWords();
  const [isOpen, setOpen] = useState(false);
  const { data } = useCaseFeedback(ticket.number);
  if (!data) return null;
  const [known] = data.items;
  if (known)
    return (
      <Link to={feedbackAddress(known.topicId)}>{texts('openFeedback', { status: words.status(known.status) })}</Link>
    );
  return (
    <>
      <Button size="small" type="link" onClick={() => setOpen(true)}>
        {texts('fromCase')}
      </Button>
      {isOpen && <TakeDialog number={ticket.number} onClose={() => setOpen(false)} />}
    </>
  );
}

function TakeDialog({ number, onClose }: { number: string; onClose: () => void }) {
  const { t, pick } = useLanguage();
  const texts = useFeedbackTexts();
  const labels = useFeedbackWords();
  const { message } = App.useApp();
  const fields = { area: useId(), words: useId() };
  const areas = useAreas().data?.items ?? [];
  const [kind, setKind] = useState<FeedbackKind>('suggestion');
  const [area, setArea] = useState<string>();
  const [words, setWords] = useState('');
  const take = useFeedbackDeed(() =>
    feedbackCalls.take(number, { kind, ...(area && { area }), ...(words.trim() && { words: words.trim() }) }),
  );
  const submit = () =>
    take.mutate(undefined, {
      onSuccess: () => {
        void message.success(texts('taken'));
        onClose();
      },
    });
  return (
    <Dialog
      open
      title={texts('fromCaseTitle')}
      okText={texts('fromCase')}
      confirmLoading={take.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <p>{texts('fromCaseHint')}</p>
      <Choice
        label={texts('kind')}
        value={kind}
        options={FEEDBACK_KINDS.map((value) => ({ value, label: labels.kind(value) }))}
        onChange={setKind}
      />
      <div className="feedback-gap">
        <Labelled id={fields.area} label={texts('area')}>
          <Select
            id={fields.area}
            allowClear
            style={{ width: '100%' }}
            value={area}
            options={areas
              .filter(({ archived }) => !archived)
              .map(({ key, name }) => ({ value: key, label: pick(name) }))}
            onChange={setArea}
          />
        </Labelled>
        <Labelled id={fields.words} label={texts('words')} hint={texts('wordsHint')}>
          <Input.TextArea
            id={fields.words}
            rows={4}
            maxLength={FEEDBACK_LIMITS.words}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Labelled>
      </div>
      {take.isError && (
        <Alert
          type="error"
          showIcon
          title={problemText(t, take.error).title}
          description={problemText(t, take.error).detail}
        />
      )}
    </Dialog>
  );
}
