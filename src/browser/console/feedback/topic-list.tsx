import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { FEEDBACK_KINDS, FEEDBACK_STATUSES, type FeedbackTopicItemView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { feedbackAddress } from '../routing/place.js';
import { goTo, useAddressQuery } from '../routing/use-route.js';
import { Link } from '../shared/link.js';
import { LoadMore } from '../shared/load-more.js';
import { QueryState } from '../shared/query-state.js';
import { AreasButton } from './areas-dialog.js';
import { useAreas, useTopics } from './queries.js';
import { useFeedbackTexts } from './texts.js';
import { BADGES, useFeedbackWords, useMay } from './words.js';

/** All topics that fit the filter, which stands in the address. */
export function TopicList({ open }: { open: string | undefined }) {
  const texts = useFeedbackTexts();
  const question = useAddressQuery();
  const query = useTopics(question);
  const may = useMay();
  const address = (id?: string) => {
    const filter = question.toString();
    return feedbackAddress(id) + (filter && `?${filter}`);
  };
  return (
    <section className="feedback-side" aria-label={texts('list')}>
      <header className="feedback-side-head">
        <h2>{texts('title')}</h2>
        {may('areas') && <AreasButton />}
      </header>
      <Filters question={question} open={open} />
      <div className="feedback-rows" aria-busy={query.isPending}>
        <QueryState query={query}>
          {({ pages }) => {
            const topics = pages.flatMap(({ items }) => items);
            if (topics.length === 0) return <Empty isFiltered={question.size > 0} open={open} />;
            return (
              <>
                <ul>
                  {topics.map((topic) => (
                    <li key={topic.id}>
                      <Row topic={topic} to={address(topic.id)} isOpen={topic.id === open} />
                    </li>
                  ))}
                </ul>
                <LoadMore query={query} />
              </>
            );
          }}
        </QueryState>
      </div>
    </section>
  );
}

function Row({ topic, to, isOpen }: { topic: FeedbackTopicItemView; to: string; isOpen: boolean }) {
  const { pick, formats } = useLanguage();
  const texts = useFeedbackTexts();
  const words = useFeedbackWords();
  const { title, status, people, kinds, area, changedAt } = topic;
  return (
    <Link className="feedback-row" to={to} aria-current={isOpen ? 'true' : undefined}>
      <span className="feedback-row-head">
        <span className={BADGES[status]}>{words.status(status)}</span>
        {topic.public && <span className="badge">{texts('public')}</span>}
        <time dateTime={changedAt}>{formats.short(changedAt)}</time>
      </span>
      {title && <strong>{pick(title)}</strong>}
      <span className={title ? 'feedback-row-words' : 'feedback-row-words feedback-row-first'}>{topic.words}</span>
      <span className="feedback-row-facts">
        <span className="tabular">{texts(people === 1 ? 'person' : 'people', { count: people })}</span>
        <span>{kinds.map(words.kind).join(' / ')}</span>
        {area && <span>{words.area(area)}</span>}
      </span>
    </Link>
  );
}

function Empty({ isFiltered, open }: { isFiltered: boolean; open: string | undefined }) {
  const texts = useFeedbackTexts();
  return (
    <div className="placeholder">
      <strong>{texts(isFiltered ? 'noneFound' : 'none')}</strong>
      {isFiltered ? (
        <Button onClick={() => goTo(feedbackAddress(open), 'replace')}>{texts('clear')}</Button>
      ) : (
        <p>{texts('noneDetail')}</p>
      )}
    </div>
  );
}

function Filters({ question, open }: { question: URLSearchParams; open: string | undefined }) {
  const { pick } = useLanguage();
  const texts = useFeedbackTexts();
  const words = useFeedbackWords();
  const areas = useAreas().data?.items ?? [];
  const [typed, setTyped] = useState(question.get('words') ?? '');
  const set = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(question);
    if (value) next.set(name, value);
    else next.delete(name);
    goTo(feedbackAddress(open) + (next.size > 0 ? `?${next}` : ''), 'replace');
  };
  const choice = (name: string, label: string, all: string, options: { value: string; label: string }[]) => (
    <Select
      aria-label={label}
      size="small"
      value={question.get(name) ?? ''}
      options={[{ value: '', label: all }, ...options]}
      onChange={(value) => set(name, value)}
    />
  );
  return (
    <search className="feedback-filters">
      <Input.Search
        aria-label={texts('search')}
        placeholder={texts('search')}
        allowClear
        maxLength={60}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onSearch={(value) => set('words', value.trim())}
      />
      <div className="feedback-choices">
        {choice('status', texts('status'), texts('allStatuses'), FEEDBACK_STATUSES.map(optionOf(words.status)))}
        {choice('kind', texts('kind'), texts('allKinds'), FEEDBACK_KINDS.map(optionOf(words.kind)))}
        {choice(
          'area',
          texts('area'),
          texts('allAreas'),
          areas.map(({ key, name }) => ({ value: key, label: pick(name) })),
        )}
        {choice('sort', texts('sort'), texts('changed'), [{ value: 'people', label: texts('byPeople') }])}
      </div>
    </search>
  );
}

const optionOf =
  <Value extends string>(label: (value: Value) => string) =>
  (value: Value) => ({ value, label: label(value) });
