import type { EntryData } from '../../../contract/index.js';
import { CardView } from '../case-panel/card-view.js';
import { useLanguage } from '../i18n/i18n.js';

/** What a message carries beside its text: a card, or the articles of the bot's answer. */
export function EntryExtras({ data }: { data: EntryData }) {
  const { t } = useLanguage();
  if (data.type === 'card') return <CardView card={data.card} />;
  if (data.type !== 'bot_answer') return null;
  return (
    <div className="bot-answer">
      <ul>
        {data.articles.map((article) => (
          <li key={article.articleId}>
            <a href={article.url} target="_blank" rel="noopener">
              {article.title}
            </a>
            {article.excerpt && <p>{article.excerpt}</p>}
          </li>
        ))}
      </ul>
      <div className="bot-facts">
        <span className="badge">{t(data.confident ? 'thread.botSure' : 'thread.botUnsure')}</span>
        {data.outcome && (
          <span className={`badge ${data.outcome === 'helped' ? 'badge-ok' : 'badge-warn'}`}>
            {t(data.outcome === 'helped' ? 'thread.botHelped' : 'thread.botNotHelped')}
          </span>
        )}
      </div>
    </div>
  );
}
