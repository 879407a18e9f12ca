import type { ReportDays, SearchReportView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { QueryState } from '../../shared/query-state.js';
import { share } from '../../shared/share.js';
import { Bars } from './bars.js';
import { useSearchReport } from './queries.js';
import { useLearningTexts } from './texts.js';

/** How much is searched, and how often in vain. */
export function Totals({ days }: { days: ReportDays }) {
  return <QueryState query={useSearchReport(days)}>{(report) => <Figures report={report} />}</QueryState>;
}

function Figures({ report: { totals, days } }: { report: SearchReportView }) {
  const { locale } = useLanguage();
  const texts = useLearningTexts();
  const number = new Intl.NumberFormat(locale);
  const { searches, withoutResult, clickable, withoutClick } = totals;
  const perDay = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(searches / days.length);
  return (
    <section className="sheet learning-totals">
      <dl>
        <div>
          <dt>{texts('searches')}</dt>
          <dd>
            <b>{number.format(searches)}</b> <span>{texts('perDay', { count: perDay })}</span>
          </dd>
        </div>
        <div>
          <dt>{texts('withoutResult')}</dt>
          <dd>
            <b>{share(withoutResult, searches)}</b>{' '}
            <span>{texts('times', { count: number.format(withoutResult) })}</span>
          </dd>
        </div>
        <div title={texts('withoutClickHint')}>
          <dt>{texts('withoutClick')}</dt>
          <dd>
            <b>{share(withoutClick, clickable)}</b>{' '}
            <span>{texts('times', { count: number.format(withoutClick) })}</span>
          </dd>
        </div>
      </dl>
      <div>
        <Bars
          label={texts('chart')}
          bars={days.map((day) => ({
            key: day.day,
            whole: day.searches,
            marked: day.withoutResult,
            label: texts('dayOf', { day: day.day, searches: day.searches, none: day.withoutResult }),
          }))}
        />
        <p className="learning-legend" aria-hidden="true">
          <time>{days[0]?.day}</time>
          <span>{texts('legend')}</span>
          <time>{days.at(-1)?.day}</time>
        </p>
      </div>
    </section>
  );
}
