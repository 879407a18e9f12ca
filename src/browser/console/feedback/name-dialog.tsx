import { Alert, Select } from 'antd';
import { useId, useState } from 'react';
import { FEEDBACK_LIMITS, type FeedbackTopicView, LOCALES } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { BilingualInput } from '../shared/bilingual-input.js';
import { Dialog } from '../shared/dialog.js';
import { Labelled } from '../shared/labelled.js';
import { feedbackCalls, useAreas, useFeedbackDeed } from './queries.js';
import { useFeedbackTexts } from './texts.js';

/** What it is called where customers see it, and what it is about. */
export default function NameDialog({ topic, onClose }: { topic: FeedbackTopicView; onClose: () => void }) {
  const { t, pick } = useLanguage();
  const texts = useFeedbackTexts();
  const field = useId();
  const areas = useAreas().data?.items ?? [];
  const [title, setTitle] = useState(topic.title ?? { 'zh-CN': '', en: '' });
  const [area, setArea] = useState(topic.area);
  const isWhole = LOCALES.every((locale) => title[locale].trim() !== '');
  const isEmpty = LOCALES.every((locale) => title[locale].trim() === '');
  const save = useFeedbackDeed(() =>
    feedbackCalls.name(topic.id, { version: topic.version, ...(isWhole && { title }), ...(area && { area }) }),
  );
  return (
    <Dialog
      open
      width={620}
      title={texts('editTitle')}
      okText={texts('save')}
      okButtonProps={{ disabled: !isWhole && !(isEmpty && area && !topic.title) }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate(undefined, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <BilingualInput
        label={texts('name')}
        value={title}
        maxLength={FEEDBACK_LIMITS.title}
        required={false}
        errorOf={() => undefined}
        onChange={setTitle}
      />
      <p className="field-hint">{texts('nameHint')}</p>
      <Labelled id={field} label={texts('area')}>
        <Select
          id={field}
          className="feedback-wide"
          value={area}
          options={areas
            .filter(({ key, archived }) => !archived || key === topic.area)
            .map(({ key, name }) => ({ value: key, label: pick(name) }))}
          onChange={setArea}
        />
      </Labelled>
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
