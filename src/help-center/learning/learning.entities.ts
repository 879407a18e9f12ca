import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ArticleTaskKind, ArticleTaskStatus, Locale, ReadingPlace } from '../../contract/index.js';
import { Customer, Staff } from '../../people/index.js';
import { Ticket } from '../../tickets/index.js';
import { Article } from '../articles/article.entities.js';

/** A question that somebody asked the search, without who it was: what looks like a number of theirs is taken out. */
@Entity('help_searches')
@Index('help_searches_time', ['searchedAt'])
@Index('help_searches_no_result', ['searchedAt', 'place', 'locale', 'folded'], { where: 'results = 0' })
@Index('help_searches_no_click', ['searchedAt', 'place', 'locale', 'folded'], {
  where: "results > 0 AND clicked_at IS NULL AND place <> 'bot'",
})
export class HelpSearch {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz', { name: 'searched_at', default: () => 'desk_now()' })
  searchedAt!: Date;

  @Column('text')
  locale!: Locale;

  @Column('text')
  place!: ReadingPlace;

  @Column('text')
  query!: string;

  /** In one spelling, by which searches for the same are counted together. */
  @Column('text')
  folded!: string;

  /** How many articles were shown. */
  @Column('integer')
  results!: number;

  @Column('uuid', { name: 'clicked_article_id', nullable: true })
  clickedArticleId!: string | null;

  @Column('timestamptz', { name: 'clicked_at', nullable: true })
  clickedAt!: Date | null;
}

/** How much was searched in an hour: a report over months counts these, not every search. */
@Entity('help_search_hours')
export class HelpSearchHour {
  @PrimaryColumn('timestamptz')
  hour!: Date;

  @PrimaryColumn('text')
  locale!: Locale;

  @PrimaryColumn('text')
  place!: ReadingPlace;

  @Column('integer', { default: 0 })
  searches!: number;

  @Column('integer', { name: 'without_result', default: 0 })
  withoutResult!: number;

  @Column('integer', { default: 0 })
  clicks!: number;
}

/** How often an article was read in a day, and by how many who asked a person soon after. */
@Entity('article_days')
@Index('article_days_article', ['articleId', 'day'])
@Index('article_days_contacts', ['day', 'articleId'], { where: 'contacts > 0' })
@Index('article_days_page', ['page', 'day'], { where: "page <> ''" })
export class ArticleDay {
  @PrimaryColumn('date')
  day!: string;

  @ForeignKey(() => Article, { name: 'article_days_article_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'article_id' })
  articleId!: string;

  @PrimaryColumn('text')
  locale!: Locale;

  @PrimaryColumn('text')
  place!: ReadingPlace;

  /** The path of the host's page on which the widget stood; empty elsewhere. */
  @PrimaryColumn('text', { default: '' })
  page!: string;

  @Column('integer', { default: 0 })
  reads!: number;

  @Column('integer', { default: 0 })
  contacts!: number;
}

/** What a customer has read of late, to see whether they had to ask a person anyway. Kept for days, not for ever. */
@Entity('article_visits')
@Index('article_visits_time', ['visitedAt'])
export class ArticleVisit {
  @ForeignKey(() => Customer, { name: 'article_visits_customer_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId!: string;

  @ForeignKey(() => Article, { name: 'article_visits_article_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'article_id' })
  articleId!: string;

  @Column('text')
  locale!: Locale;

  @Column('text')
  place!: ReadingPlace;

  @Column('timestamptz', { name: 'visited_at', default: () => 'desk_now()' })
  visitedAt!: Date;

  @Column('timestamptz', { name: 'contacted_at', nullable: true })
  contactedAt!: Date | null;
}

/** Something that the help centre should say and does not yet, or not well. */
@Entity('article_tasks')
@Check('article_tasks_kind_check', "kind IN ('search', 'article', 'ticket', 'idea')")
@Check('article_tasks_status_check', "status IN ('open', 'done', 'dismissed')")
@Index('article_tasks_list', ['status', 'createdAt', 'id'])
@Index('article_tasks_open_query', ['locale', 'query'], {
  unique: true,
  where: "status = 'open' AND query IS NOT NULL",
})
@Index('article_tasks_open_article', ['articleId'], { unique: true, where: "status = 'open' AND kind = 'article'" })
@Index('article_tasks_open_ticket', ['ticketId'], { unique: true, where: "status = 'open' AND kind = 'ticket'" })
export class ArticleTask {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: ArticleTaskKind;

  @Column('text')
  title!: string;

  @Column('text', { default: '' })
  note!: string;

  @Column('text')
  locale!: Locale;

  /** What people searched for. */
  @Column('text', { nullable: true })
  query!: string | null;

  /** The article that it is about, or that came of it. */
  @ForeignKey(() => Article, { name: 'article_tasks_article_id_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'article_id', nullable: true })
  articleId!: string | null;

  @ForeignKey(() => Ticket, { name: 'article_tasks_ticket_id_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'ticket_id', nullable: true })
  ticketId!: string | null;

  @Column('text', { default: 'open' })
  status!: ArticleTaskStatus;

  @ForeignKey(() => Staff, { name: 'article_tasks_assignee_id_fkey' })
  @Column('uuid', { name: 'assignee_id', nullable: true })
  assigneeId!: string | null;

  @Column('integer', { default: 1 })
  version!: number;

  @ForeignKey(() => Staff, { name: 'article_tasks_created_by_fkey' })
  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('text', { name: 'created_by_name' })
  createdByName!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;

  /** Why it was dismissed. */
  @Column('text', { name: 'closing_note', default: '' })
  closingNote!: string;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}

export const LEARNING_ENTITIES = [HelpSearch, HelpSearchHour, ArticleDay, ArticleVisit, ArticleTask];
