import type { TicketListItemView } from '../../../contract/index.js';
import { dropRow, type ListPages, patchRow, replaceRow, rowsOf } from './list-pages.js';

const row = (number: string, unread = 0): TicketListItemView => ({
  number,
  subject: '货款没有到账',
  status: 'open',
  priority: 'P2',
  customerName: '李梅',
  teamId: 'team',
  escalated: false,
  lastActivityAt: '2026-11-20T03:00:00.000Z',
  preview: '',
  tags: [],
  unread,
  openedAt: '2026-11-20T03:00:00.000Z',
});
const list = (...pages: string[][]): ListPages => ({
  pages: pages.map((numbers) => ({ items: numbers.map((number) => row(number)) })),
  pageParams: [],
});
const numbers = (pages: ListPages) => rowsOf(pages).map(({ number }) => number);

describe('list pages', () => {
  it('replaces a row where it stands', () => {
    const next = replaceRow(list(['A', 'B'], ['C']), row('B', 3));
    expect(numbers(next)).toEqual(['A', 'B', 'C']);
    expect(rowsOf(next)[1]?.unread).toBe(3);
  });

  it('drops a row, and changes nothing when it is not there', () => {
    const before = list(['A', 'B'], ['C']);
    expect(numbers(dropRow(before, 'C'))).toEqual(['A', 'B']);
    expect(dropRow(before, 'D')).toBe(before);
  });

  it('patches a row from its own facts', () => {
    const next = patchRow(list(['A']), 'A', ({ unread }) => ({ unread: unread + 1 }));
    expect(rowsOf(next)[0]?.unread).toBe(1);
  });

  it('shows a ticket once that two pages hold', () => {
    expect(numbers(list(['A', 'B'], ['B', 'C']))).toEqual(['A', 'B', 'C']);
  });
});
