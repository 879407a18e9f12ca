import { App, Button, Checkbox, Popover, Select } from 'antd';
import { useId, useState } from 'react';
import type { CategoryKey, FeedbackTopicView, FeedbackView } from '../../../contract/index.js';
import { useCategories } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { feedbackAddress } from '../routing/place.js';
import { goTo } from '../routing/use-route.js';
import { Link } from '../shared/link.js';
import { feedbackCalls, useFeedbackDeed } from './queries.js';
import { useFeedbackTexts } from './texts.js';
import { useFeedbackWords, useMay } from './words.js';

/** What customers said, the newest first; some of it can be split off. */
export function Pieces({ topic }: { topic: FeedbackTopicView }) {
  const { t } = useLanguage();
  const texts = useFeedbackTexts();
  const may = useMay();
  const { message } = App.useApp();
  const { id, version, feedback, count, votes } = topic;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const known = chosen.filter((each) => feedback.some((piece) => piece.id === each));
  const split = useFeedbackDeed(() => feedbackCalls.split(id, { version, feedbackIds: known }));
  const apart = () =>
    split.mutate(undefined, {
      onSuccess: (made) => {
        void message.success(texts('split'));
        goTo(feedbackAddress(made.id));
      },
      onError: (error) => void message.error(problemText(t, error).title),
    });
  const canSplit = may('group') && count > 1;
  return (
    <section className="feedback-part">
      <header>
        <h3>
          {texts('said')} <span className="feedback-soft tabular">{texts('pieces', { count })}</span>
        </h3>
        {known.length > 0 && known.length < count && (
          <Button size="small" loading={split.isPending} onClick={apart}>
            {texts('takeOut', { count: known.length })}
          </Button>
        )}
      </header>
      <ul className="feedback-pieces">
        {feedback.map((piece) => (
          <li key={piece.id}>
            {canSplit && (
              <Checkbox
                aria-label={texts('select')}
                checked={known.includes(piece.id)}
                onChange={({ target }) =>
                  setChosen(target.checked ? [...known, piece.id] : known.filter((each) => each !== piece.id))
                }
              />
            )}
            <Piece piece={piece} />
          </li>
        ))}
      </ul>
      {votes > 0 && <p className="feedback-soft">{texts('votes', { count: votes })}</p>}
    </section>
  );
}

function Piece({ piece }: { piece: FeedbackView }) {
  const { formats } = useLanguage();
  const texts = useFeedbackTexts();
  const words = useFeedbackWords();
  const may = useMay();
  const { customer, kind, way, at, siteName, caseNumber, fromCase } = piece;
  return (
    <div className="feedback-piece">
      <p className="feedback-row-facts">
        <strong>{customer.name || texts('visitor')}</strong>
        {customer.identified && <span className="badge badge-ok">{texts('verified')}</span>}
        {customer.shopName && <span>{customer.shopName}</span>}
        <span>{words.kind(kind)}</span>
        <span>{texts(`way.${way}`)}</span>
        <span>{siteName}</span>
        <time dateTime={at} title={formats.full(at)}>
          {formats.short(at)}
        </time>
      </p>
      <p className="feedback-words">{piece.words}</p>
      {(fromCase ?? caseNumber) && (
        <Link to={`/console/tickets/${fromCase ?? caseNumber}`}>
          {fromCase ? `${texts('way.case')} ${fromCase}` : texts('becameCase', { number: caseNumber ?? '' })}
        </Link>
      )}
      {!fromCase && !caseNumber && may('case') && <MakeCase piece={piece} />}
    </div>
  );
}

function MakeCase({ piece: { id } }: { piece: FeedbackView }) {
  const { t, pick } = useLanguage();
  const categories = useCategories().data?.items ?? [];
  const texts = useFeedbackTexts();
  const { message } = App.useApp();
  const field = useId();
  const [category, setCategory] = useState<CategoryKey>('feature');
  const open = useFeedbackDeed(() => feedbackCalls.open(id, { category }));
  const make = () => open.mutate(undefined, { onError: (error) => void message.error(problemText(t, error).title) });
  const form = (
    <div className="feedback-case">
      <p>{texts('makeCaseHint')}</p>
      <label className="field-label" htmlFor={field}>
        {texts('caseCategory')}
      </label>
      <Select
        id={field}
        value={category}
        options={categories.map(({ key, name }) => ({ value: key, label: pick(name) }))}
        onChange={setCategory}
      />
      <Button type="primary" loading={open.isPending} onClick={make}>
        {texts('makeCase')}
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" content={form} title={texts('makeCase')}>
      <Button size="small" type="link" className="feedback-link">
        {texts('makeCase')}
      </Button>
    </Popover>
  );
}
