import type { UseQueryResult } from '@tanstack/react-query';
import { Empty } from 'antd';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { Link } from '../../shared/link.js';
import { QueryState } from '../../shared/query-state.js';
import { ImportBadge } from './import-badge.js';
import type { ImportPlace, ImportTexts, ImportView } from './import-view.js';

interface Props<One extends ImportView> {
  place: ImportPlace;
  query: UseQueryResult<{ items: One[] }>;
  texts: ImportTexts;
  /** The name of its format, once that is known. */
  formatOf: (one: One) => string;
}

/** What was brought so far, the newest first. */
export function ImportHistory<One extends ImportView>({ place, query, texts, formatOf }: Props<One>) {
  const { formats } = useLanguage();
  return (
    <section aria-label={texts('history')}>
      <h3 className="transfer-heading">{texts('history')}</h3>
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty description={texts('none')} image={Empty.PRESENTED_IMAGE_SIMPLE} />
          ) : (
            <ul className="sheet transfer-history">
              {items.map((one) => (
                <li key={one.id}>
                  <Link to={adminAddress(place.page, one.id)} className="transfer-line">
                    <b className="ellipsis">{one.fileName}</b>
                    <ImportBadge status={one.status} texts={texts} />
                    <span className="transfer-quiet">
                      {[
                        formatOf(one),
                        one.counts.total > 0 && texts('total', { count: one.counts.total }),
                        texts('by', { name: one.createdBy }),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                    <time
                      className="transfer-quiet tabular"
                      dateTime={one.createdAt}
                      title={formats.full(one.createdAt)}
                    >
                      {formats.short(one.createdAt)}
                    </time>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
    </section>
  );
}
