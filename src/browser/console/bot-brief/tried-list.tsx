import { type BotTry, OWN_LOOK_UPS } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { useBriefTexts } from './texts.js';

const TONES: Partial<Record<NonNullable<BotTry['outcome']>, string>> = {
  helped: 'badge badge-ok',
  found: 'badge badge-ok',
  not_helped: 'badge badge-warn',
  failed: 'badge badge-warn',
};

/** What the bot tried, in order, and what came of it. */
export function TriedList({ tried }: { tried: BotTry[] }) {
  const { formats } = useLanguage();
  const texts = useBriefTexts();
  const nameOf = ({ kind, asked, lookUp = '' }: BotTry) => {
    if (kind === 'nothing') return texts('nothing');
    if (kind === 'question') return asked ? texts('askedFor', { asked }) : texts('asked');
    const own = OWN_LOOK_UPS.find((key) => key === lookUp);
    return texts('lookUp', { name: own ? texts(own) : lookUp.replaceAll('_', ' ') });
  };
  return (
    <ol className="brief-tried">
      {tried.map((one) => (
        <li key={one.at}>
          <span>
            {one.articles?.map(({ articleId, title, url, version }) => (
              <a key={articleId} href={url} target="_blank" rel="noopener">
                {title} <span className="brief-quiet">v{version}</span>
              </a>
            )) ?? nameOf(one)}
          </span>
          {one.outcome && <span className={TONES[one.outcome] ?? 'badge'}>{texts(one.outcome)}</span>}
          <time className="brief-quiet tabular" dateTime={one.at} title={formats.full(one.at)}>
            {formats.time(one.at)}
          </time>
        </li>
      ))}
    </ol>
  );
}
