import { useFeedbackTexts } from './texts.js';
import { TopicList } from './topic-list.js';
import { TopicPane } from './topic-pane.js';
import '../shared/page.css';
import './feedback.css';

/** 意见反馈: which there is, and one topic of it to decide on. */
export default function FeedbackPage({ id }: { id?: string }) {
  const texts = useFeedbackTexts();
  return (
    <main className="feedback-area" id="thread" tabIndex={-1} aria-label={texts('title')} data-open={id !== undefined}>
      <TopicList open={id} />
      {id === undefined ? (
        <div className="placeholder feedback-nothing">
          <strong>{texts('choose')}</strong>
          <p>{texts('chooseDetail')}</p>
        </div>
      ) : (
        <TopicPane key={id} id={id} />
      )}
    </main>
  );
}
