import type { Page, TicketListItemView } from '../../../contract/index.js';

/** What the query cache holds of one list. */
export interface ListPages {
  pages: Page<TicketListItemView>[];
  pageParams: unknown[];
}

/** The list with one row replaced by its newer self, where it stands; the same object when it has no such row. */
export function replaceRow(list: ListPages, row: TicketListItemView): ListPages {
  return mapRows(list, row.number, () => [row]);
}

/** The list without a row. */
export function dropRow(list: ListPages, number: string): ListPages {
  return mapRows(list, number, () => []);
}

/** The list with some facts of one row changed. */
export function patchRow(
  list: ListPages,
  number: string,
  change: (row: TicketListItemView) => Partial<TicketListItemView>,
): ListPages {
  return mapRows(list, number, (row) => [{ ...row, ...change(row) }]);
}

/** All rows in order. A ticket that moved while pages were fetched one by one may come twice: once is enough. */
export function rowsOf(list: ListPages | undefined): TicketListItemView[] {
  const rows = new Map<string, TicketListItemView>();
  for (const page of list?.pages ?? [])
    for (const row of page.items) if (!rows.has(row.number)) rows.set(row.number, row);
  return [...rows.values()];
}

function mapRows(
  list: ListPages,
  number: string,
  change: (row: TicketListItemView) => TicketListItemView[],
): ListPages {
  if (!list.pages.some((page) => page.items.some((row) => row.number === number))) return list;
  const pages = list.pages.map((page) => ({
    ...page,
    items: page.items.flatMap((row) => (row.number === number ? change(row) : [row])),
  }));
  return { ...list, pages };
}
