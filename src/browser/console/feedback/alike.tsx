import { App, Button, Popconfirm } from 'antd';
import type { FeedbackTopicItemView, FeedbackTopicView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { feedbackAddress } from '../routing/place.js';
import { Link } from '../shared/link.js';
import { feedbackCalls, useAlike, useFeedbackDeed } from './queries.js';
import { useFeedbackTexts } from './texts.js';
import { BADGES, useFeedbackWords, useMay } from './words.js';

/** Other topics in which people say much the same; each can be merged into this one. */
export function Alike({ topic }: { topic: FeedbackTopicView }) {
  const texts = useFeedbackTexts();
  const { data, isPending, isError } = useAlike(topic.id);
  return (
    <section className="feedback-part" aria-busy={isPending}>
      <header>
        <h3>{texts('alike')}</h3>
      </header>
      {isError && !data && <p role="alert">{texts('alikeFailed')}</p>}
      {data?.items.length === 0 && <p className="feedback-soft">{texts('alikeNone')}</p>}
      <ul className="feedback-alike">
        {data?.items.map((other) => (
          <li key={other.id}>
            <Other other={other} into={topic.id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Other({ other, into }: { other: FeedbackTopicItemView; into: string }) {
  const { t, pick } = useLanguage();
  const texts = useFeedbackTexts();
  const words = useFeedbackWords();
  const may = useMay();
  const { message } = App.useApp();
  const { id, version, title, status, people, count } = other;
  const merge = useFeedbackDeed(() => feedbackCalls.merge(id, { version, into }));
  const bring = () =>
    merge.mutate(undefined, {
      onSuccess: () => void message.success(texts('merged')),
      onError: (error) => void message.error(problemText(t, error).title),
    });
  const detail = (
    <div className="feedback-confirm">
      {texts('mergeDetail', { count })} {other.public && texts('mergePublic')}
    </div>
  );
  return (
    <>
      <p className="feedback-row-facts">
        <span className={BADGES[status]}>{words.status(status)}</span>
        <span className="tabular">{texts(people === 1 ? 'person' : 'people', { count: people })}</span>
      </p>
      <Link to={feedbackAddress(id)}>{title ? pick(title) : other.words}</Link>
      {may('group') && (!other.public || may('publish')) && (
        <Popconfirm title={texts('mergeTitle')} description={detail} okText={texts('mergeHere')} onConfirm={bring}>
          <Button size="small" loading={merge.isPending}>
            {texts('mergeHere')}
          </Button>
        </Popconfirm>
      )}
    </>
  );
}
