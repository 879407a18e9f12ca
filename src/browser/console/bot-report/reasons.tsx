import type { DeflectionReportView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { Link } from '../shared/link.js';
import { share, shareInWords } from '../shared/share.js';
import { useReportTexts } from './texts.js';

/** Why people went to a person, the most frequent first. */
export function Reasons({ report: { handOverReasons, totals } }: { report: DeflectionReportView }) {
  const { locale } = useLanguage();
  const texts = useReportTexts();
  const number = new Intl.NumberFormat(locale);
  return (
    <section className="sheet report-reasons" aria-labelledby="report-reasons">
      <h3 id="report-reasons">{texts('reasons')}</h3>
      {handOverReasons.length === 0 ? (
        <p className="report-how">{texts('noReasons')}</p>
      ) : (
        <ul>
          {handOverReasons.map(({ reason, count, query }) => {
            const name = texts(`reason.${reason ?? 'none'}`);
            return (
              <li key={reason ?? 'none'}>
                <span>{name}</span>
                <span className="report-bar" aria-hidden="true">
                  <span style={{ width: share(count, totals.handedOver) }} />
                </span>
                <Link
                  className="report-number tabular"
                  to={`/console/bot?${new URLSearchParams(query)}`}
                  aria-label={texts('open', { row: name, count: number.format(count), what: texts('handedOver') })}
                >
                  {number.format(count)}
                </Link>
                <span className="report-share tabular">{shareInWords(count, totals.handedOver)}</span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
