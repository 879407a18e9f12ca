import {
  ARTICLE_IMPORT_MESSAGES,
  ARTICLE_IMPORT_OUTCOMES,
  type ArticleImportOutcome,
  type ArticleImportRowView,
  type ArticleImportView,
  refusesArticle,
} from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { Link } from '../../shared/link.js';
import { ImportRow, ImportRows } from '../imports/import-rows.js';
import { articleImports } from './queries.js';
import { useTransferTexts } from './texts.js';

const BADGES: Record<ArticleImportOutcome, string> = {
  new: 'badge badge-ok',
  updates: 'badge badge-info',
  unchanged: 'badge',
  skipped: 'badge',
  refused: 'badge transfer-bad',
};

/** Each article of the file, and what becomes of it. */
export function ArticleImportRows({ one }: { one: ArticleImportView }) {
  const texts = useTransferTexts();
  return (
    <ImportRows
      one={one}
      imports={articleImports}
      outcomes={ARTICLE_IMPORT_OUTCOMES}
      nameOf={(outcome) => texts(`outcome.${outcome}`)}
      texts={texts}
    >
      {(row) => <Row row={row} />}
    </ImportRows>
  );
}

function Row({ row }: { row: ArticleImportRowView }) {
  const texts = useTransferTexts();
  const { pick } = useLanguage();
  const title = row.title || row.slug;
  return (
    <ImportRow
      title={title || row.place}
      where={title ? row.place : ''}
      badge={<span className={BADGES[row.outcome]}>{texts(`outcome.${row.outcome}`)}</span>}
      messages={row.messages.map(({ code, detail }) => ({
        text: pick(ARTICLE_IMPORT_MESSAGES[code]),
        detail,
        refuses: refusesArticle(code),
      }))}
    >
      {row.articleId && (
        <Link to={adminAddress('articles', row.articleId)} className="transfer-link">
          {texts('open')}
        </Link>
      )}
    </ImportRow>
  );
}
