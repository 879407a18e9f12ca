import type { ArticleTaskView } from '../../../contract/index.js';
import type { TaskRow } from './tasks.sql.js';

export function taskView(row: TaskRow): ArticleTaskView {
  const { id, kind, title, note, locale, query, status, version, createdByName, closingNote } = row;
  const { articleId, articleTitle, articleStatus, ticketNumber, assigneeId, assigneeName, closedAt } = row;
  return {
    id,
    kind,
    title,
    note,
    locale,
    ...(query !== null && { query }),
    ...(articleId !== null &&
      articleStatus !== null && { article: { id: articleId, title: articleTitle ?? '', status: articleStatus } }),
    ...(ticketNumber !== null && { ticketNumber }),
    status,
    ...(assigneeId !== null && assigneeName !== null && { assignee: { id: assigneeId, name: assigneeName } }),
    version,
    createdByName,
    createdAt: row.createdAt.toISOString(),
    ...(closedAt !== null && { closedAt: closedAt.toISOString() }),
    closingNote,
  };
}
