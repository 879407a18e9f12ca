import { type DeflectionReportView, type DeflectionRow, decidedOf } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { adminAddress } from '../routing/place.js';
import { useStaff } from '../session/session.js';
import { Link } from '../shared/link.js';
import { moneyText } from '../shared/money.js';
import { shareInWords } from '../shared/share.js';
import { CountLink } from './count-link.js';
import { useReportTexts } from './texts.js';

const BESIDE = { confirmed: 'cameBack', abandoned: 'turnedToPerson' } as const;

/** What came of it, each kind by itself: the confirmed first and largest. */
export function Headline({ report }: { report: DeflectionReportView }) {
  const texts = useReportTexts();
  return (
    <>
      <div className="report-headline">
        <Figure row={report.totals} count="confirmed">
          <Money report={report} />
        </Figure>
        <Figure row={report.totals} count="presumed" />
        <Figure row={report.totals} count="abandoned" />
        <Figure row={report.totals} count="handedOver" />
        <Figure row={report.totals} count="undecided" />
      </div>
      {report.totals.askedAgain > 0 && (
        <p className="report-again">
          {texts('besides')} <CountLink row={report.totals} count="askedAgain" name={texts('all')} />{' '}
          {texts('timesAskedAgain')}
        </p>
      )}
    </>
  );
}

type Outcome = 'confirmed' | 'presumed' | 'abandoned' | 'handedOver' | 'undecided';

function Figure({ row, count, children }: { row: DeflectionRow; count: Outcome; children?: React.ReactNode }) {
  const { locale } = useLanguage();
  const texts = useReportTexts();
  const decided = decidedOf(row);
  const number = new Intl.NumberFormat(locale);
  const beside = count === 'confirmed' || count === 'abandoned' ? BESIDE[count] : undefined;
  return (
    <section className={`sheet report-figure report-${count}`} aria-label={texts(count)}>
      <h3>
        <span className={`report-key report-key-${count}`} aria-hidden="true" />
        {texts(count)}
      </h3>
      <p className="report-count">
        <CountLink row={row} count={count} name={texts('all')} />
      </p>
      {count !== 'undecided' && (
        <p className="report-share">
          {decided > 0
            ? texts('ofDecided', { share: shareInWords(row[count], decided), all: number.format(decided) })
            : texts('noneDecided')}
        </p>
      )}
      <p className="report-how">{texts(`${count}.how`)}</p>
      {beside && row[beside] > 0 && (
        <p className="report-beside">
          <CountLink row={row} count={beside} name={texts('all')} /> {texts(beside)}
        </p>
      )}
      {children}
    </section>
  );
}

function Money({ report: { totals, costPerContact, saved, perhapsSaved } }: { report: DeflectionReportView }) {
  const { locale } = useLanguage();
  const texts = useReportTexts();
  const { role } = useStaff();
  if (!costPerContact || !saved || !perhapsSaved)
    return (
      <p className="report-money report-how">
        {texts('noCost')} {role === 'admin' && <Link to={adminAddress('bot')}>{texts('setCost')}</Link>}
      </p>
    );
  return (
    <div className="report-money">
      <p>
        {texts('saved')} <b className="tabular">{moneyText(locale, saved)}</b>
      </p>
      <p className="report-how">
        {texts('savedHow', { count: totals.confirmed, cost: moneyText(locale, costPerContact) })}
      </p>
      <p className="report-how">{texts('perhapsSaved', { amount: moneyText(locale, perhapsSaved) })}</p>
    </div>
  );
}
