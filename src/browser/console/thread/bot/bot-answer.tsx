import type { EntryData } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { useBotEntryTexts } from './texts.js';

type Answer = Extract<EntryData, { type: 'bot_answer' }>;

/** What an answer of the bot's gave the customer, what it rests on, and what they said of it. */
export function BotAnswer({ data }: { data: Answer }) {
  const { formats } = useLanguage();
  const texts = useBotEntryTexts();
  const { steps = [], stepsHeading, articles, citations = [], confident, attempt, outcome } = data;
  return (
    <div className="bot-answer">
      {stepsHeading && <strong>{stepsHeading}</strong>}
      {steps.length > 0 && (
        <ol className="bot-steps" aria-label={texts('steps')}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {articles.length > 0 && (
        <ul aria-label={texts('articles')}>
          {articles.map((article) => (
            <li key={article.articleId}>
              <a href={article.url} target="_blank" rel="noopener">
                {article.title}
              </a>
              {steps.length === 0 && article.excerpt && <p>{article.excerpt}</p>}
            </li>
          ))}
        </ul>
      )}
      {citations.length > 0 && (
        <p className="bot-citations">
          {texts('citations') + formats.colon}
          {citations.map(({ articleId, title, version, url }) => (
            <a key={articleId} href={url} target="_blank" rel="noopener">
              {title} · {texts('version', { version })}
            </a>
          ))}
        </p>
      )}
      <div className="bot-facts">
        <span className="badge">
          {texts(confident ? 'sure' : articles.length > 0 || data.generated ? 'suggested' : 'nothing')}
        </span>
        {attempt > 1 && <span className="badge">{texts('second')}</span>}
        {outcome && (
          <span className={`badge ${outcome === 'helped' ? 'badge-ok' : 'badge-warn'}`}>{texts(outcome)}</span>
        )}
      </div>
    </div>
  );
}
