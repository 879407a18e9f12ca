import { useState } from 'preact/hooks';
import type { Citation, CustomerEntryView, EntryData } from '../../../../../contract/index.js';
import { safeHref } from '../../logic/linkify.js';
import { Articles } from '../../parts/articles.js';
import { Icon } from '../../parts/icon.js';
import { useDesk, useTexts } from '../../state/context.js';
import { goOn } from './go-on.js';
import { useBotTexts } from './texts.js';

type AnswerData = Extract<EntryData, { type: 'bot_answer' }>;

interface Props {
  entry: CustomerEntryView;
  data: AnswerData;
  /** The bot still answers here, and this is its latest answer: it may be judged. */
  isOpen: boolean;
}

/** Steps, articles, what it rests on, how sure it is, and whether it helped. */
export function Answer({ entry, data, isOpen }: Props) {
  const text = useBotTexts();
  const { steps = [], stepsHeading, citations = [], articles, confident, attempt, outcome } = data;
  const isSomething = articles.length > 0 || steps.length > 0 || data.generated === true;
  return (
    <>
      {steps.length > 0 && (
        <div class="steps card">
          {stepsHeading && <strong>{stepsHeading}</strong>}
          <ol>
            {steps.map((step, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one answer keep their places
              <li key={index}>{step}</li>
            ))}
          </ol>
        </div>
      )}
      {articles.length > 0 && <Articles articles={articles} />}
      {isSomething && (!confident || attempt > 1) && (
        <p class="row wrap">
          {attempt > 1 && <span class="chip">{text.another}</span>}
          {!confident && <span class="chip">{text.unsure}</span>}
        </p>
      )}
      {citations.length > 0 && <Citations citations={citations} linked={articles.map(({ articleId }) => articleId)} />}
      {outcome && (
        <p class={`row small ${outcome === 'helped' ? 'judged' : ''}`}>
          {outcome === 'helped' && <Icon name="check" />}
          {text.outcomes[outcome]}
        </p>
      )}
      {!outcome && isOpen && <Verdict entry={entry} isSomething={isSomething} />}
    </>
  );
}

/** @param linked articles that have a link of their own in this answer */
function Citations({ citations, linked }: { citations: Citation[]; linked: string[] }) {
  const text = useBotTexts();
  return (
    <p class="cited small">
      {text.restsOn}
      {citations.map(({ articleId, title, version, url }) => (
        <span key={articleId}>
          {linked.includes(articleId) ? text.title(title) : <a href={safeHref(url)}>{text.title(title)}</a>}{' '}
          {text.version(version)}
        </span>
      ))}
    </p>
  );
}

/** Where there was nothing to judge, the way to a person stands here as well. */
function Verdict({ entry, isSomething }: { entry: CustomerEntryView; isSomething: boolean }) {
  const desk = useDesk();
  const text = useBotTexts();
  const { person } = useTexts();
  const [isBusy, setBusy] = useState(false);

  async function during(work: Promise<boolean>): Promise<void> {
    setBusy(true);
    if (await work) goOn();
    setBusy(false);
  }

  if (!isSomething) {
    return (
      <button
        type="button"
        class="pill outline"
        disabled={isBusy}
        onClick={() => void during(desk.requestPerson(entry.conversationId))}
      >
        <Icon name="person" />
        {person}
      </button>
    );
  }
  return (
    <div class="row wrap">
      {[true, false].map((helped) => (
        <button
          key={String(helped)}
          type="button"
          class="pill outline"
          disabled={isBusy}
          onClick={() => void during(desk.rateBot(entry.conversationId, entry.id, helped))}
        >
          {helped && <Icon name="check" />}
          {helped ? text.helped : text.notHelped}
        </button>
      ))}
    </div>
  );
}
