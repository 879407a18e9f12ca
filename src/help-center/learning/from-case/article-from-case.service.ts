import { Injectable } from '@nestjs/common';
import {
  ARTICLE_LIMITS,
  type ArticleCategory,
  type ArticleDraftView,
  type ArticleFromCaseView,
  type CaseMessageView,
  type TicketStatus,
} from '../../../contract/index.js';
import { Entries } from '../../../conversations/index.js';
import { Customers, Directory, type StaffPrincipal } from '../../../people/index.js';
import { Database, isUniqueViolation } from '../../../platform/db/index.js';
import { DeskError } from '../../../platform/errors/index.js';
import { Access, type TicketRecord } from '../../../tickets/index.js';
import { Drafts } from '../../editing/drafts.service.js';
import { type Fact, factsOf } from '../redaction/facts.js';
import { redact, redacted } from '../redaction/redact.js';
import { spell } from '../redaction/spelling.js';
import { ArticleTasks } from '../tasks/tasks.service.js';
import { composeArticle } from './compose.js';

/** Of a longer case the beginning: the question, and what was answered first. */
const MESSAGES = 200;
const SOLVED: readonly TicketStatus[] = ['resolved', 'closed'];
/** Fewer letters say no more than that one is there. */
const WORTH_WORDS = 8;

/** What helped one customer becomes an article for all, without the one. */
@Injectable()
export class ArticleFromCase {
  constructor(
    private readonly access: Access,
    private readonly entries: Entries,
    private readonly customers: Customers,
    private readonly directory: Directory,
    private readonly drafts: Drafts,
    private readonly tasks: ArticleTasks,
    private readonly database: Database,
  ) {}

  /**
   * What was said, with what is to be taken out marked. Notes, files and the desk's own lines are no part of it.
   * @throws DeskError `not_found`, `forbidden`, `illegal_transition` while the case is not solved
   */
  async propose(staff: StaffPrincipal, number: string): Promise<ArticleFromCaseView> {
    const ticket = await this.find(staff, number);
    const { facts, messages } = await this.said(ticket);
    const drafted = await this.database.one<{ articleId: string }>(
      `SELECT article_id AS "articleId" FROM article_tasks
        WHERE ticket_id = $1 AND article_id IS NOT NULL ORDER BY created_at DESC LIMIT 1`,
      [ticket.id],
    );
    return {
      ticketNumber: ticket.number,
      status: ticket.status,
      locale: ticket.locale,
      category: ticket.category ?? 'service',
      title: redacted(redact(ticket.subject, facts, ticket.locale)).slice(0, ARTICLE_LIMITS.title),
      messages,
      ...drafted,
    };
  }

  /**
   * The draft itself, out of these messages: nothing of it but title and place comes from outside. A task about the case is
   * tied to it.
   * @throws DeskError as {@link propose}; `conflict` when it was drafted before; `invalid_input` when the slug is taken
   */
  async draft(
    staff: StaffPrincipal,
    number: string,
    given: { slug: string; category: ArticleCategory; title: string; entryIds: string[] },
  ): Promise<ArticleDraftView> {
    const ticket = await this.find(staff, number);
    const { id: ticketId, locale } = ticket;
    const { facts, messages } = await this.said(ticket);
    const chosen = messages
      .filter(({ entryId }) => given.entryIds.includes(entryId))
      .map(({ by, parts }) => ({ by, text: redacted(parts) }));
    const title = redacted(redact(given.title, facts, locale)).slice(0, ARTICLE_LIMITS.title);
    const bodyMarkdown = composeArticle(chosen, locale).slice(0, ARTICLE_LIMITS.body);
    const { slug, category } = given;
    return this.database
      .transaction(async (tx) => {
        const task = await this.tasks.add(tx, staff, { kind: 'ticket', title, locale, ticketId });
        if (task.article) throw new DeskError('conflict');
        const draft = await this.drafts.add(tx, staff, { slug, category, locale, title, bodyMarkdown });
        await this.tasks.tie(tx, task.id, draft.id);
        return draft;
      })
      .catch((error) => {
        throw isUniqueViolation(error, 'article_tasks_open_ticket')
          ? new DeskError('conflict', { cause: error })
          : error;
      });
  }

  private async find(staff: StaffPrincipal, number: string): Promise<TicketRecord> {
    const ticket = await this.access.find(staff, number, 'see');
    if (!SOLVED.includes(ticket.status))
      throw new DeskError('illegal_transition', {
        detail: {
          'zh-CN': '工单解决以后才能写成文章。可以先提一个文章任务。',
          en: 'An article is written of a case that is solved. Until then, propose an article task.',
        },
      });
    return ticket;
  }

  private async said(ticket: TicketRecord): Promise<{ facts: Fact[]; messages: CaseMessageView[] }> {
    const { conversationIds, locale, form, number: ticketNumber } = ticket;
    const [talk, { customerIds, staffNames }] = await Promise.all([
      this.entries.talk(conversationIds, MESSAGES),
      this.entries.voices(conversationIds),
    ]);
    const [customers, colleagues] = await Promise.all([
      this.customers.traces([...new Set([...customerIds, ticket.customerId])]),
      this.directory.names([...ticket.watcherIds, ...(ticket.assigneeId ? [ticket.assigneeId] : [])]),
    ]);
    const staff = [...new Set([...staffNames, ...colleagues.values()])];
    const facts = factsOf({ customers, staff, ticketNumber, form });
    const messages = talk.map(({ id, authorKind, body, createdAt }) => ({
      entryId: id,
      by: authorKind,
      at: createdAt.toISOString(),
      parts: redact(body, facts, locale),
      suggested: spell(body).key.length >= WORTH_WORDS,
    }));
    return { facts, messages };
  }
}
