import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ModelCallOutcome, ModelPurpose } from '../../contract/index.js';

/** What a language model was asked, word for word as it left the house, and what it said: for review. */
@Entity('bot_model_calls')
@Index('bot_model_calls_at', ['createdAt', 'id'])
@Index('bot_model_calls_conversation', ['conversationId'])
@Check('bot_model_calls_purpose_known', "purpose IN ('answer', 'suggestion', 'rewriting', 'translation', 'summary')")
@Check(
  'bot_model_calls_outcome_known',
  "outcome IN ('ok', 'declined', 'unfounded', 'timed_out', 'refused', 'failed', 'too_large', 'over_budget', 'circuit_open')",
)
export class BotModelCall {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  purpose!: ModelPurpose;

  @Column('text')
  outcome!: ModelCallOutcome;

  @Column('text', { nullable: true })
  detail!: string | null;

  @Column('text')
  model!: string;

  @Column('uuid', { name: 'conversation_id', nullable: true })
  conversationId!: string | null;

  @Column('uuid', { name: 'ticket_id', nullable: true })
  ticketId!: string | null;

  @Column('uuid', { name: 'staff_id', nullable: true })
  staffId!: string | null;

  /** The messages, masked as they were sent. */
  @Column('jsonb')
  prompt!: { role: string; content: string }[];

  @Column('text', { default: '' })
  answer!: string;

  @Column('integer', { name: 'prompt_tokens', default: 0 })
  promptTokens!: number;

  @Column('integer', { name: 'completion_tokens', default: 0 })
  completionTokens!: number;

  @Column('integer', { default: 0 })
  milliseconds!: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}
