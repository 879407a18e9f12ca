import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CategoryKey } from '../../contract/index.js';
import { Conversation, Entry } from '../../conversations/index.js';

/**
 * What the bot answered and what came of it: the ground on which deflection is counted. `helped` is the customer's own word
 * (confirmed); an answer without an outcome is merely an answer.
 */
@Entity('bot_answers')
@Index('bot_answers_conversation', ['conversationId'])
@Index('bot_answers_at', ['createdAt'])
@Index('bot_answers_question', ['questionId', 'attempt'], { unique: true })
@Check('bot_answers_outcome_known', "outcome IN ('helped', 'not_helped', 'handed_over')")
export class BotAnswer {
  @ForeignKey(() => Entry, { name: 'bot_answers_entry_id_fkey' })
  @PrimaryColumn('uuid', { name: 'entry_id' })
  entryId!: string;

  @ForeignKey(() => Conversation, { name: 'bot_answers_conversation_id_fkey' })
  @Column('uuid', { name: 'conversation_id' })
  conversationId!: string;

  /** The entry that it answers; one answer for each attempt. */
  @Column('uuid', { name: 'question_id' })
  questionId!: string;

  @Column('text', { nullable: true })
  category!: CategoryKey | null;

  /** Articles shown, best first. */
  @Column('uuid', { name: 'article_ids', array: true })
  articleIds!: string[];

  /** Of these articles, in the same order: the version that was shown. */
  @Column('integer', { name: 'article_versions', array: true, default: [] })
  articleVersions!: number[];

  /** What it looked up, by key; null: it answered from the help centre. */
  @Column('text', { name: 'look_up', nullable: true })
  lookUp!: string | null;

  /** 2: another answer, after the first did not help. */
  @Column('smallint', { default: 1 })
  attempt!: number;

  /** A language model wrote the words; see `bot_model_calls`. */
  @Column('boolean', { default: false })
  generated!: boolean;

  @Column('uuid', { name: 'model_call_id', nullable: true })
  modelCallId!: string | null;

  @Column('real', { name: 'confidence' })
  confidence!: number;

  @Column('boolean')
  sure!: boolean;

  @Column('text', { nullable: true })
  outcome!: 'helped' | 'not_helped' | 'handed_over' | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}
