import { useLanguage } from '../../i18n/i18n.js';
import { LOCALE_NAMES } from '../../i18n/locale-names.js';
import { QueryState } from '../../shared/query-state.js';
import { share } from '../../shared/share.js';
import { Bars } from './bars.js';
import { useReaders } from './queries.js';
import { useLearningTexts } from './texts.js';
import './learning.css';

/** What readers think of an article: how many it helped, what they missed, and who asked a person anyway. */
export default function ReadersPanel({ articleId }: { articleId: string }) {
  const { formats } = useLanguage();
  const texts = useLearningTexts();
  return (
    <QueryState query={useReaders(articleId)}>
      {({ weeks, reasons }) => {
        const sum = (what: 'reads' | 'contacts' | 'helpful' | 'notHelpful') =>
          weeks.reduce((total, week) => total + week[what], 0);
        const [reads, contacts, helpful, notHelpful] = [
          sum('reads'),
          sum('contacts'),
          sum('helpful'),
          sum('notHelpful'),
        ];
        const votes = helpful + notHelpful;
        return (
          <section className="readers" aria-label={texts('readers')}>
            <p className="learning-quiet">{texts('readersHint')}</p>
            {reads + votes === 0 ? (
              <p>{texts('readersNone')}</p>
            ) : (
              <>
                <p className="readers-figures">
                  <b>{texts('reads', { count: reads })}</b>
                  <span>{texts('helpfulShare', { share: share(helpful, votes) })}</span>
                  <span className="learning-quiet">{texts('votes', { count: votes })}</span>
                  <span>{texts('contactShare', { share: share(contacts, reads) })}</span>
                </p>
                <Bars
                  label={texts('readersChart')}
                  bars={weeks.map(({ from, ...week }) => ({
                    key: from,
                    whole: week.reads,
                    marked: week.contacts,
                    label: texts('weekOf', { day: from, ...week }),
                  }))}
                />
              </>
            )}
            <h3>{texts('reasons')}</h3>
            {reasons.length === 0 ? (
              <p className="learning-quiet">{texts('reasonsNone')}</p>
            ) : (
              <ul>
                {reasons.map(({ at, locale, text }) => (
                  <li key={`${at} ${text}`}>
                    <p className="learning-quote" lang={locale}>
                      {text}
                    </p>
                    <p className="learning-quiet">
                      <time dateTime={at}>{formats.short(at)}</time> · {LOCALE_NAMES[locale]}
                    </p>
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      }}
    </QueryState>
  );
}
