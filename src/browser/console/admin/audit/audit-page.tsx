import { useInfiniteQuery } from '@tanstack/react-query';
import { Empty, Select } from 'antd';
import { answer, routes } from '../../api/client.js';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { goTo, useAddressQuery } from '../../routing/use-route.js';
import { LoadMore } from '../../shared/load-more.js';
import { PageFrame } from '../../shared/page-frame.js';
import { QueryState } from '../../shared/query-state.js';
import { AuditLine } from './audit-line.js';
import { useAuditTexts } from './texts.js';
import { KIND_WORDS } from './words.js';
import './audit.css';

/** The audit log, page by page. The filter stands in the address. */
export default function AuditPage() {
  const { pick } = useLanguage();
  const texts = useAuditTexts();
  const subjectKind = useAddressQuery().get('kind') ?? undefined;
  const query = useInfiniteQuery({
    queryKey: ['audit', subjectKind],
    queryFn: ({ pageParam, signal }) =>
      answer(routes.GET('/api/audit', { params: { query: { subjectKind, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
  const kinds = Object.entries(KIND_WORDS).map(([value, word]) => ({ value, label: pick(word) }));
  return (
    <PageFrame
      title={texts('title')}
      intro={texts('intro')}
      actions={
        <Select
          aria-label={texts('kind')}
          style={{ minWidth: 150 }}
          value={subjectKind ?? ''}
          options={[{ value: '', label: texts('everything') }, ...kinds]}
          onChange={(kind) => goTo(adminAddress('audit') + (kind ? `?kind=${kind}` : ''), 'replace')}
        />
      }
    >
      <QueryState query={query}>
        {({ pages }) => {
          const records = pages.flatMap(({ items }) => items);
          if (records.length === 0)
            return (
              <Empty description={texts('none')} image={Empty.PRESENTED_IMAGE_SIMPLE}>
                {texts('noneDetail')}
              </Empty>
            );
          return (
            <>
              <ol className="sheet audit">
                {records.map((record) => (
                  <AuditLine key={record.id} record={record} />
                ))}
              </ol>
              <LoadMore query={query} />
            </>
          );
        }}
      </QueryState>
    </PageFrame>
  );
}
