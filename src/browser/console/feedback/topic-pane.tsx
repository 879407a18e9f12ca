import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { FeedbackTopicView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { feedbackAddress } from '../routing/place.js';
import { useAddressQuery } from '../routing/use-route.js';
import { fetchedLater } from '../shared/fetched-later.js';
import { Link } from '../shared/link.js';
import { QueryState } from '../shared/query-state.js';
import { Alike } from './alike.js';
import { HistoryPart } from './history-part.js';
import { Pieces } from './pieces.js';
import { PublicSwitch } from './public-switch.js';
import { useTopic } from './queries.js';
import { TellAgain, Tellings } from './tellings.js';
import { useFeedbackTexts } from './texts.js';
import { BADGES, useFeedbackWords, useMay } from './words.js';

const NameDialog = fetchedLater(() => import('./name-dialog.js'));
const StandingDialog = fetchedLater(() => import('./standing-dialog.js'));

/** One topic: what was said, what becomes of it, who hears of it. */
export function TopicPane({ id }: { id: string }) {
  const texts = useFeedbackTexts();
  const filter = useAddressQuery().toString();
  return (
    <div className="feedback-pane">
      <Link className="feedback-back" to={feedbackAddress() + (filter && `?${filter}`)}>
        <ArrowLeftOutlined aria-hidden /> {texts('back')}
      </Link>
      <QueryState query={useTopic(id)}>{(topic) => <Topic topic={topic} />}</QueryState>
    </div>
  );
}

function Topic({ topic }: { topic: FeedbackTopicView }) {
  const texts = useFeedbackTexts();
  const { mergedInto } = topic;
  if (mergedInto)
    return (
      <div className="placeholder">
        <strong>{texts('mergedAway')}</strong>
        <Link to={feedbackAddress(mergedInto)}>{texts('openTarget')}</Link>
      </div>
    );
  return (
    <>
      <Head topic={topic} />
      <Tellings topic={topic} />
      <div className="feedback-parts">
        <div>
          <Pieces topic={topic} />
        </div>
        <div>
          <Alike topic={topic} />
          <HistoryPart topic={topic} />
        </div>
      </div>
    </>
  );
}

function Head({ topic }: { topic: FeedbackTopicView }) {
  const { pick, formats } = useLanguage();
  const texts = useFeedbackTexts();
  const words = useFeedbackWords();
  const may = useMay();
  const [open, setOpen] = useState<'name' | 'standing'>();
  const { title, area, status, people, answer, changedAt } = topic;
  const close = () => setOpen(undefined);
  const mayName = may('group') && (!topic.public || may('publish'));
  return (
    <header className="feedback-head">
      <p className="feedback-row-facts">
        <span className={BADGES[status]}>{words.status(status)}</span>
        {topic.public && <span className="badge">{texts('public')}</span>}
        <strong className="tabular">{texts(people === 1 ? 'person' : 'people', { count: people })}</strong>
        <span>{area ? words.area(area) : texts('noArea')}</span>
        <time dateTime={changedAt} title={formats.full(changedAt)}>
          {formats.short(changedAt)}
        </time>
      </p>
      <h2 className={title ? undefined : 'feedback-unnamed'}>{title ? pick(title) : topic.words}</h2>
      <p className={answer ? 'feedback-answer' : 'feedback-answer feedback-soft'}>
        {answer ? pick(answer) : texts('noAnswer')}
      </p>
      <div className="feedback-deeds">
        {may('decide') && (
          <Button type="primary" onClick={() => setOpen('standing')}>
            {texts('decide')}
          </Button>
        )}
        {mayName && <Button onClick={() => setOpen('name')}>{texts('edit')}</Button>}
        {may('publish') && <PublicSwitch topic={topic} />}
        {may('tell') && status !== 'received' && <TellAgain topic={topic} />}
      </div>
      {open === 'name' && <NameDialog topic={topic} onClose={close} />}
      {open === 'standing' && <StandingDialog topic={topic} onClose={close} />}
    </header>
  );
}
