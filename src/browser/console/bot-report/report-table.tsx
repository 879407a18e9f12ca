import {
  type CategoryKey,
  type DeflectionCount,
  type DeflectionReportView,
  type DeflectionRow,
  decidedOf,
  type Locale,
} from '../../../contract/index.js';
import { LOCALE_NAMES } from '../i18n/locale-names.js';
import { shareInWords } from '../shared/share.js';
import { useTopicNames } from '../shared/use-topic-names.js';
import { CountLink } from './count-link.js';
import { useReportTexts } from './texts.js';

const COLUMNS = ['confirmed', 'presumed', 'abandoned', 'handedOver', 'undecided'] as const satisfies DeflectionCount[];
const MIXED = ['confirmed', 'presumed', 'abandoned', 'handedOver'] as const;

/** A row for each category, article, language, door or day; every number opens its conversations. */
export function ReportTable({ report }: { report: DeflectionReportView }) {
  const texts = useReportTexts();
  const nameOf = useRowName(report.by);
  return (
    <section className="sheet report-scroll" aria-label={texts('table', { by: texts(`by.${report.by}`) })}>
      <table className="report-table">
        <thead>
          <tr>
            <th scope="col">{texts(`by.${report.by}`)}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="report-cell">
                {texts(column)}
              </th>
            ))}
            <th scope="col">{texts('share')}</th>
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row) => (
            <Row key={row.key ?? ''} row={row} name={nameOf(row)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row, name }: { row: DeflectionRow; name: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {COLUMNS.map((column) => (
        <td key={column} className="report-cell">
          <CountLink row={row} count={column} name={name} />
        </td>
      ))}
      <td>
        <Mix row={row} />
      </td>
    </tr>
  );
}

/** How the outcomes stand to each other, of those that are decided. */
function Mix({ row }: { row: DeflectionRow }) {
  const texts = useReportTexts();
  const decided = decidedOf(row);
  const label = MIXED.map((each) => `${texts(each)} ${shareInWords(row[each], decided)}`).join(' · ');
  return (
    <span className="report-mix" role="img" aria-label={label} title={label}>
      {MIXED.map((each) => (
        <span key={each} className={`report-key-${each}`} style={{ flexGrow: row[each] }} />
      ))}
    </span>
  );
}

function useRowName(by: DeflectionReportView['by']) {
  const texts = useReportTexts();
  const topics = useTopicNames();
  return ({ key, title }: DeflectionRow): string => {
    if (key === null) return texts(`none.${by}`);
    if (by === 'category') return topics(key as CategoryKey);
    if (by === 'language') return LOCALE_NAMES[key as Locale] ?? key;
    if (by === 'entry') return texts(`entry.${key as 'home'}`);
    return title ?? key;
  };
}
