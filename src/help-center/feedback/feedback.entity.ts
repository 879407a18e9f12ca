import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Locale } from '../../contract/index.js';
import { Article } from '../articles/article.entities.js';

/** Whether an article helped, once per visitor; a later answer replaces the earlier. */
@Entity('article_feedback')
@Unique('article_feedback_article_id_session_key_hash_key', ['articleId', 'sessionKeyHash'])
export class ArticleFeedback {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Article, { name: 'article_feedback_article_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'article_id' })
  articleId!: string;

  @Column('text')
  locale!: Locale;

  @Column('boolean')
  helpful!: boolean;

  /** What was missing, in the reader's words. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** SHA-256 of the visitor's cookie: tells visitors apart, and leads back to nobody. */
  @Column('bytea', { name: 'session_key_hash' })
  sessionKeyHash!: Buffer;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}
