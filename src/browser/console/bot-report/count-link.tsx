import { DEFLECTION_FILTERS, type DeflectionCount, type DeflectionRow } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { Link } from '../shared/link.js';
import { useReportTexts } from './texts.js';

/** A number that opens the conversations behind it; nothing is behind none. */
export function CountLink({ row, count, name }: { row: DeflectionRow; count: DeflectionCount; name: string }) {
  const { locale } = useLanguage();
  const texts = useReportTexts();
  const shown = new Intl.NumberFormat(locale).format(row[count]);
  if (row[count] === 0) return <span className="report-zero tabular">0</span>;
  const query = new URLSearchParams({ ...row.query, ...DEFLECTION_FILTERS[count] });
  return (
    <Link
      className="report-number tabular"
      to={`/console/bot?${query}`}
      aria-label={texts('open', { row: name, count: shown, what: texts(count) })}
    >
      {shown}
    </Link>
  );
}
