import { App, Button, Popconfirm } from 'antd';
import type { FeedbackTopicView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { feedbackCalls, useFeedbackDeed } from './queries.js';
import { useFeedbackTexts } from './texts.js';

/** Whether all customers see it; it needs a name of ours first. */
export function PublicSwitch({ topic: { id, version, title, public: isPublic } }: { topic: FeedbackTopicView }) {
  const { t } = useLanguage();
  const texts = useFeedbackTexts();
  const { message } = App.useApp();
  const show = useFeedbackDeed((wanted: boolean) => feedbackCalls.show(id, { version, public: wanted }));
  const set = (wanted: boolean) =>
    show.mutate(wanted, { onError: (error) => void message.error(problemText(t, error).title) });
  if (isPublic)
    return (
      <Button loading={show.isPending} onClick={() => set(false)}>
        {texts('hide')}
      </Button>
    );
  if (!title)
    return (
      <Button disabled title={texts('nameFirst')}>
        {texts('show')}
      </Button>
    );
  return (
    <Popconfirm
      title={texts('show')}
      description={<div className="feedback-confirm">{texts('showHint')}</div>}
      onConfirm={() => set(true)}
    >
      <Button loading={show.isPending}>{texts('show')}</Button>
    </Popconfirm>
  );
}
