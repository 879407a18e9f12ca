import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Empty } from 'antd';
import { type PropsWithChildren, type ReactNode, useState } from 'react';
import type { Page } from '../../../../contract/index.js';
import { LoadMore } from '../../shared/load-more.js';
import { QueryState } from '../../shared/query-state.js';
import type { ImportTexts } from './import-view.js';

interface Props<One, Row, Outcome extends string> {
  one: One;
  /** @see defineImports */
  imports: { useRows: (one: One, filter: string) => UseInfiniteQueryResult<InfiniteData<Page<Row>>> };
  outcomes: readonly Outcome[];
  nameOf: (outcome: Outcome) => string;
  texts: ImportTexts;
  children: (row: Row) => ReactNode;
}

/** Each thing of the file, and what becomes of it; by outcome. */
export function ImportRows<
  One extends { counts: Record<Outcome | 'total' | 'warnings' | 'refused', number> },
  Row extends { number: number },
  Outcome extends string,
>({ one, imports, outcomes, nameOf, texts, children }: Props<One, Row, Outcome>) {
  const { counts } = one;
  const [filter, setFilter] = useState(counts.refused > 0 ? 'refused' : 'all');
  const query = imports.useRows(one, filter);
  const tabs: { key: string; label: string; count: number }[] = [
    { key: 'all', label: texts('all'), count: counts.total },
    ...outcomes.map((key) => ({ key, label: nameOf(key), count: counts[key] })),
    { key: 'warned', label: texts('warned'), count: counts.warnings },
  ];
  const shown = tabs.filter(({ key, count }) => count > 0 || key === 'all' || key === filter);
  return (
    <section className="transfer-rows" aria-label={texts('rows')}>
      <fieldset className="transfer-tabs">
        <legend className="sr-only">{texts('rows')}</legend>
        {shown.map(({ key, label, count }) => (
          <button
            key={key}
            type="button"
            className="transfer-tab"
            aria-pressed={key === filter}
            onClick={() => setFilter(key)}
          >
            {label} <b className="tabular">{count}</b>
          </button>
        ))}
      </fieldset>
      <QueryState query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <Empty description={texts('noRows')} image={Empty.PRESENTED_IMAGE_SIMPLE} />;
          return (
            <>
              <ol className="sheet transfer-list">
                {rows.map((row) => (
                  <li key={row.number}>{children(row)}</li>
                ))}
              </ol>
              <LoadMore query={query} />
            </>
          );
        }}
      </QueryState>
    </section>
  );
}

interface RowProps {
  title: string;
  where: string;
  badge: ReactNode;
  /** Why it is as it is; a refusal stands out. */
  messages: { text: string; detail: string | null | undefined; refuses: boolean }[];
}

/** @param children what leads to the thing that it became */
export function ImportRow({ title, where, badge, messages, children }: PropsWithChildren<RowProps>) {
  return (
    <article className="transfer-row">
      <div className="transfer-what">
        <b>{title}</b>
        {where && <span className="transfer-quiet transfer-where">{where}</span>}
      </div>
      {badge}
      {children}
      {messages.length > 0 && (
        <ul className="transfer-messages">
          {messages.map(({ text, detail, refuses }) => (
            <li key={`${text} ${detail}`} className={refuses ? 'transfer-refusal' : ''}>
              {text}
              {detail && <code>{detail}</code>}
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
