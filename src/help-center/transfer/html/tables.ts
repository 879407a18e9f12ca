import type TurndownService from 'turndown';

/** Tables of HTML as Markdown has them: one line a row, the first row as head. A cell over several columns leaves the others empty. */
export const tableRules: Record<string, TurndownService.Rule> = {
  cell: {
    filter: ['th', 'td'],
    replacement: (content, node) => {
      const words = content
        .trim()
        .replace(/\s*\n\s*/g, ' ')
        .replace(/(?<!\\)\|/g, '\\|');
      const span = Math.min(20, Math.max(1, Number((node as HTMLElement).getAttribute('colspan')) || 1));
      return `| ${words} ${'|  '.repeat(span - 1)}`;
    },
  },
  row: {
    filter: 'tr',
    replacement: (content, node) => (content.trim() ? `\n${content}|${headEnd(node as HTMLElement)}` : ''),
  },
  table: {
    filter: 'table',
    replacement: (content) => `\n\n${content.replace(/\n{2,}/g, '\n').trim()}\n\n`,
  },
  parts: { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content },
  caption: { filter: ['caption', 'colgroup'], replacement: () => '' },
};

/** Under the first row of its table. */
function headEnd(row: HTMLElement): string {
  const table = row.closest('table');
  if (table?.querySelector('tr') !== row) return '';
  const columns = Array.from(row.children).reduce((sum, cell) => sum + (Number(cell.getAttribute('colspan')) || 1), 0);
  return `\n${'| --- '.repeat(Math.min(100, columns))}|`;
}
