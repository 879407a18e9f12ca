import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { BotEntry, BotOutcome, BotTry, CategoryKey, HandOverReason, Locale } from '../../contract/index.js';
import { Conversation } from '../../conversations/index.js';
import type { Asking } from './asking.js';

/** Where the bot stands with one conversation, and what came of it; written under the conversation's lock. */
@Entity('bot_dialogues')
@Index('bot_dialogues_unsettled', ['lastQuestionAt'], {
  where: 'last_question_at IS NOT NULL AND (settled_at IS NULL OR settled_at < last_question_at)',
})
@Index('bot_dialogues_needs_person', ['lastQuestionAt'], {
  where: 'needs_person_since IS NOT NULL AND outcome IS NULL',
})
@Index('bot_dialogues_asked', ['firstQuestionAt'])
@Index('bot_dialogues_form_open', ['lastQuestionAt'], { where: "asking ->> 'kind' = 'field'" })
@Index('bot_dialogues_latest', ['lastQuestionAt'])
@Index('bot_dialogues_customer', ['customerId', 'lastQuestionAt'])
@Check('bot_dialogues_entry_known', "entry IN ('home', 'category', 'article', 'search', 'follow_up')")
@Check('bot_dialogues_outcome_known', "outcome IN ('confirmed', 'presumed', 'abandoned', 'handed_over')")
export class BotDialogue {
  @ForeignKey(() => Conversation, { name: 'bot_dialogues_conversation_id_fkey' })
  @PrimaryColumn('uuid', { name: 'conversation_id' })
  conversationId!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('uuid', { name: 'customer_id' })
  customerId!: string;

  @Column('text')
  locale!: Locale;

  @Column('text', { default: 'home' })
  entry!: BotEntry;

  /** Of the host site, as the last step before the conversation told it. */
  @Column('text', { nullable: true })
  page!: string | null;

  /** Chosen, or guessed. */
  @Column('text', { nullable: true })
  category!: CategoryKey | null;

  /** 1: the customer chose it. */
  @Column('real', { name: 'category_confidence', default: 0 })
  categoryConfidence!: number;

  @Column('text', { name: 'sub_category', nullable: true })
  subCategory!: string | null;

  /** Values by field key, each checked as the form says. */
  @Column('jsonb', { default: {} })
  form!: Record<string, string>;

  /** The question to which the next message is the answer; null: none. */
  @Column('jsonb', { nullable: true })
  asking!: Asking | null;

  /** Every question that the bot has asked, see `DialogueState`; none is asked again. */
  @Column('text', { array: true, default: [] })
  asked!: string[];

  /** What the customer has said up to this number has been answered. */
  @Column('integer', { name: 'answered_seq', default: 0 })
  answeredSeq!: number;

  /** Answers that did not help, or that there were none. */
  @Column('integer', { default: 0 })
  misses!: number;

  @Column('uuid', { name: 'shown_article_ids', array: true, default: [] })
  shownArticleIds!: string[];

  /** In order; for the person who takes over. */
  @Column('jsonb', { default: [] })
  tried!: BotTry[];

  /** A language model wrote one of the answers. */
  @Column('boolean', { default: false })
  generated!: boolean;

  /** 待干预: a person may step in. */
  @Column('timestamptz', { name: 'needs_person_since', nullable: true })
  needsPersonSince!: Date | null;

  @Column('text', { name: 'needs_person_because', nullable: true })
  needsPersonBecause!: string | null;

  @Column('timestamptz', { name: 'first_question_at', nullable: true })
  firstQuestionAt!: Date | null;

  @Column('timestamptz', { name: 'last_question_at', nullable: true })
  lastQuestionAt!: Date | null;

  @Column('timestamptz', { name: 'last_answer_at', nullable: true })
  lastAnswerAt!: Date | null;

  @Column('timestamptz', { name: 'handed_over_at', nullable: true })
  handedOverAt!: Date | null;

  @Column('text', { name: 'hand_over_reason', nullable: true })
  handOverReason!: HandOverReason | null;

  @Column('text', { nullable: true })
  outcome!: BotOutcome | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  /** A contact with a person on the same category, within 72 h; see `deflection/outcome.ts`. */
  @Column('timestamptz', { name: 'came_back_at', nullable: true })
  cameBackAt!: Date | null;

  /** A further conversation with the bot on the same category, within 72 h. */
  @Column('timestamptz', { name: 'asked_again_at', nullable: true })
  askedAgainAt!: Date | null;

  /** To which article the outcome is credited; null: none was shown, or nothing is decided. */
  @Column('uuid', { name: 'article_id', nullable: true })
  articleId!: string | null;

  /** When the 72 h after the last word were over and all of this was reckoned for good. */
  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}
