import {
  CASE_IMPORT_MESSAGES,
  CASE_IMPORT_OUTCOMES,
  type CaseImportOutcome,
  type CaseImportRowView,
  type CaseImportView,
  refusesCase,
} from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { formatRoute } from '../../routing/route.js';
import { Link } from '../../shared/link.js';
import { ImportRow, ImportRows } from '../imports/import-rows.js';
import { caseImports } from './queries.js';
import { useCaseImportTexts } from './texts.js';

const BADGES: Record<CaseImportOutcome, string> = {
  new: 'badge badge-ok',
  known: 'badge badge-info',
  skipped: 'badge',
  refused: 'badge transfer-bad',
};

/** Each case of the file, and what becomes of it. */
export function CaseImportRows({ one }: { one: CaseImportView }) {
  const texts = useCaseImportTexts();
  return (
    <ImportRows
      one={one}
      imports={caseImports}
      outcomes={CASE_IMPORT_OUTCOMES}
      nameOf={(outcome) => texts(`outcome.${outcome}`)}
      texts={texts}
    >
      {(row) => <Row row={row} />}
    </ImportRows>
  );
}

function Row({ row }: { row: CaseImportRowView }) {
  const texts = useCaseImportTexts();
  const { pick, t } = useLanguage();
  const { externalId, subject, place, entries, status, ticket, outcome } = row;
  const where = [
    place,
    subject ? externalId : '',
    status && t(`status.${status}`),
    entries > 0 ? texts('entries', { count: entries }) : '',
  ];
  return (
    <ImportRow
      title={subject || externalId || place}
      where={where.filter(Boolean).join(' · ')}
      badge={<span className={BADGES[outcome]}>{texts(`outcome.${outcome}`)}</span>}
      messages={row.messages.map(({ code, detail }) => ({
        text: pick(CASE_IMPORT_MESSAGES[code]),
        detail,
        refuses: refusesCase(code),
      }))}
    >
      {ticket && (
        <Link to={formatRoute({ number: ticket, list: 'mine', panel: false })} className="transfer-link tabular">
          {ticket}
        </Link>
      )}
    </ImportRow>
  );
}
