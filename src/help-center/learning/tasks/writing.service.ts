import { Injectable } from '@nestjs/common';
import {
  ARTICLE_LIMITS,
  type ArticleCategory,
  type ArticleDraftView,
  type ArticleTaskView,
} from '../../../contract/index.js';
import type { StaffPrincipal } from '../../../people/index.js';
import { Database } from '../../../platform/db/index.js';
import { DeskError } from '../../../platform/errors/index.js';
import { fold } from '../../../platform/search/index.js';
import { Access } from '../../../tickets/index.js';
import { Drafts } from '../../editing/drafts.service.js';
import { maskQuery } from '../mask-query.js';
import type { ProposalInput } from './task.inputs.js';
import { ArticleTasks } from './tasks.service.js';

/** From what is wanting to a task, and from a task to an article. */
@Injectable()
export class TaskWriting {
  constructor(
    private readonly database: Database,
    private readonly tasks: ArticleTasks,
    private readonly drafts: Drafts,
    private readonly access: Access,
  ) {}

  /**
   * Agents propose; what the figures say is for supervisors and administrators.
   * @throws DeskError `forbidden`, `not_found` for an article or a case that is not, or not theirs to see
   */
  async propose(staff: StaffPrincipal, input: ProposalInput): Promise<ArticleTaskView> {
    const { kind, note } = input;
    if (staff.role === 'agent' && (kind === 'search' || kind === 'article')) throw new DeskError('forbidden');
    if (kind === 'search') {
      const query = maskQuery(input.query);
      if (!query) throw new DeskError('invalid_input', { errors: [{ path: 'query', message: 'says nothing' }] });
      return this.tasks.create(staff, { kind, title: query, note, locale: input.locale, query: fold(query) });
    }
    if (kind === 'article') {
      const { articleId } = input;
      const { content } = await this.drafts.view(articleId);
      const locale = content.words['zh-CN'] ? 'zh-CN' : 'en';
      const title = content.words[locale]?.title || content.slug;
      return this.tasks.create(staff, { kind, title, note, locale, articleId });
    }
    if (kind === 'idea') return this.tasks.create(staff, { kind, title: input.title, note, locale: input.locale });
    const ticket = await this.access.find(staff, input.ticketNumber, 'see');
    return this.tasks.create(staff, { kind, title: input.title, note, locale: ticket.locale, ticketId: ticket.id });
  }

  /**
   * A draft that begins with what was asked for; publishing it closes the task.
   * @throws DeskError `not_found`, `conflict` when somebody has begun, `invalid_input` when the slug is taken
   */
  async begin(
    staff: StaffPrincipal,
    taskId: string,
    { version, slug, category }: { version: number; slug: string; category: ArticleCategory },
  ): Promise<ArticleDraftView> {
    return this.database.transaction(async (tx) => {
      const { status, articleId, locale, title } = await this.tasks.lock(tx, taskId, version);
      if (status !== 'open' || articleId !== null) throw new DeskError('conflict');
      const draft = await this.drafts.add(tx, staff, {
        slug,
        category,
        locale,
        title: title.slice(0, ARTICLE_LIMITS.title),
      });
      await this.tasks.tie(tx, taskId, draft.id);
      return draft;
    });
  }
}
