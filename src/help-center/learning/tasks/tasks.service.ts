import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { ArticleTaskKind, ArticleTaskStatus, ArticleTaskView, Locale, Page } from '../../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../../people/index.js';
import { Audit, type AuditActor, type Changes, differences } from '../../../platform/audit/index.js';
import { newId } from '../../../platform/clock/index.js';
import { Database, isUniqueViolation, type Transaction } from '../../../platform/db/index.js';
import { DeskError } from '../../../platform/errors/index.js';
import { cursorOf, cursorTime, id } from '../../../platform/http/index.js';
import { taskView } from './task.presenter.js';
import { LOCKED_TASK, OPEN_TASK, TASK, TASKS, type TaskRow } from './tasks.sql.js';

const cursors = cursorOf(z.strictObject({ at: cursorTime, id }));

export interface NewTask {
  kind: ArticleTaskKind;
  title: string;
  note?: string | undefined;
  locale: Locale;
  /** Folded. */
  query?: string | undefined;
  articleId?: string | undefined;
  ticketId?: string | undefined;
}

export interface TaskChange {
  title: string;
  note: string;
  assigneeId: string | null;
}

/** What the help centre should say and does not yet: somebody sees to it, or says why not. */
@Injectable()
export class ArticleTasks {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** The newest first. @param assigneeId theirs alone */
  async list(
    filter: { status: ArticleTaskStatus; assigneeId?: string | undefined },
    limit: number,
    cursor?: string,
  ): Promise<Page<ArticleTaskView>> {
    const after = cursor === undefined ? undefined : cursors.decode(cursor);
    const rows = await this.database.query<TaskRow>(TASKS, [
      filter.status,
      filter.assigneeId ?? null,
      after?.at ?? null,
      after?.id ?? null,
      limit + 1,
    ]);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map(taskView),
      ...(last && { nextCursor: cursors.encode({ at: last.cursorAt, id: last.id }) }),
    };
  }

  /** @throws DeskError `not_found` */
  async view(taskId: string, on: Database | Transaction = this.database): Promise<ArticleTaskView> {
    const row = await on.one<TaskRow>(TASK, [taskId]);
    if (!row) throw new DeskError('not_found');
    return taskView(row);
  }

  /** About the same query, article or case there is one open task at most: the one that is there is answered. */
  async create(staff: StaffPrincipal, task: NewTask): Promise<ArticleTaskView> {
    try {
      return await this.database.transaction((tx) => this.add(tx, staff, task));
    } catch (error) {
      // Somebody else was a moment earlier.
      if (!isUniqueViolation(error)) throw error;
      return this.database.transaction((tx) => this.add(tx, staff, task));
    }
  }

  /** @throws DeskError `not_found`, `conflict` when somebody else changed it meanwhile, `invalid_input` */
  async change(
    staff: StaffPrincipal,
    taskId: string,
    version: number,
    { title, note, assigneeId }: TaskChange,
  ): Promise<ArticleTaskView> {
    return this.database.transaction(async (tx) => {
      const before = await this.lock(tx, taskId, version);
      if (assigneeId !== null && assigneeId !== before.assigneeId) await requireEditor(tx, assigneeId);
      await tx.query(
        'UPDATE article_tasks SET title = $2, note = $3, assignee_id = $4, version = version + 1 WHERE id = $1',
        [taskId, title, note, assigneeId],
      );
      const seen = ({ title, note, assignee }: ArticleTaskView) => ({ title, note, assignee: assignee?.name });
      const after = await this.view(taskId, tx);
      await this.record(tx, auditActor(staff), 'updated', after, differences(seen(taskView(before)), seen(after)));
      return after;
    });
  }

  /** Done, dismissed with a reason, or open again. @throws DeskError `not_found`, `conflict` */
  async setStatus(
    staff: StaffPrincipal,
    taskId: string,
    version: number,
    { status, closingNote = '' }: { status: ArticleTaskStatus; closingNote?: string | undefined },
  ): Promise<ArticleTaskView> {
    return this.database
      .transaction(async (tx) => {
        const before = await this.lock(tx, taskId, version);
        if (before.status === status) return taskView(before);
        await tx.query(
          `UPDATE article_tasks SET status = $2, closing_note = $3, version = version + 1,
             closed_at = CASE WHEN $2 <> 'open' THEN desk_now() END WHERE id = $1`,
          [taskId, status, status === 'dismissed' ? closingNote : ''],
        );
        const after = await this.view(taskId, tx);
        const changes = differences({ status: before.status }, { status, ...(closingNote && { closingNote }) });
        await this.record(tx, auditActor(staff), status === 'open' ? 'reopened' : status, after, changes);
        return after;
      })
      .catch((error) => {
        // Another one about the same was opened since.
        throw isUniqueViolation(error) ? new DeskError('conflict', { cause: error }) : error;
      });
  }

  /** Who may be given one, by name. */
  writers(): Promise<{ id: string; name: string }[]> {
    return this.database.query(
      `SELECT id, name FROM staff WHERE role IN ('supervisor', 'admin') AND disabled_at IS NULL ORDER BY name, id LIMIT 500`,
    );
  }

  /** For whoever writes the article within `tx`. @throws DeskError `not_found`, `conflict` */
  async lock(tx: Transaction, taskId: string, version: number): Promise<TaskRow> {
    const row = await tx.one<TaskRow>(LOCKED_TASK, [taskId]);
    if (!row) throw new DeskError('not_found');
    if (row.version !== version) throw new DeskError('conflict');
    return row;
  }

  /** From now on it is done when this article is published. */
  async tie(tx: Transaction, taskId: string, articleId: string): Promise<void> {
    await tx.query('UPDATE article_tasks SET article_id = $2, version = version + 1 WHERE id = $1', [
      taskId,
      articleId,
    ]);
  }

  /** Readers see an article: what was to be done about it is done. */
  async published(tx: Transaction, articleId: string): Promise<void> {
    const done = await tx.query<{ id: string }>(
      `UPDATE article_tasks SET status = 'done', closed_at = desk_now(), version = version + 1
        WHERE article_id = $1 AND status = 'open' RETURNING id`,
      [articleId],
    );
    for (const { id } of done) {
      const actor: AuditActor = { kind: 'system', name: 'help-center' };
      await this.record(tx, actor, 'done', await this.view(id, tx), { status: { before: 'open', after: 'done' } });
    }
  }

  /** Within a transaction; a unique violation means that somebody else was a moment earlier. */
  async add(tx: Transaction, staff: StaffPrincipal, task: NewTask): Promise<ArticleTaskView> {
    const { kind, title, note = '', locale, query = null, articleId = null, ticketId = null } = task;
    const open = await tx.one<{ id: string }>(OPEN_TASK, [kind, locale, query, articleId, ticketId]);
    if (open) return this.view(open.id, tx);
    const taskId = newId();
    await tx.query(
      `INSERT INTO article_tasks (id, kind, title, note, locale, query, article_id, ticket_id, created_by, created_by_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [taskId, kind, title, note, locale, query, articleId, ticketId, staff.staffId, staff.name],
    );
    const view = await this.view(taskId, tx);
    await this.record(tx, auditActor(staff), 'created', view);
    return view;
  }

  private async record(
    tx: Transaction,
    actor: AuditActor,
    deed: string,
    { id: taskId, title }: ArticleTaskView,
    changes: Changes = {},
  ): Promise<void> {
    const subject = { kind: 'article_task', id: taskId, label: title };
    await this.audit.record(tx, { actor, action: `article_task.${deed}`, subject, changes });
  }
}

/** Articles are written by supervisors and administrators. */
async function requireEditor(tx: Transaction, staffId: string): Promise<void> {
  const editor = await tx.one(
    `SELECT id FROM staff WHERE id = $1 AND role IN ('supervisor', 'admin') AND disabled_at IS NULL FOR KEY SHARE`,
    [staffId],
  );
  if (!editor)
    throw new DeskError('invalid_input', {
      errors: [{ path: 'assigneeId', message: 'is nobody who writes articles' }],
    });
}
