import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Conversation } from '../../conversations/index.js';

/** An answer that a language model is to write: held by the process at work on it, taken over when that one dies. */
@Entity('bot_writing')
@Index('bot_writing_due', ['createdAt'])
@Index('bot_writing_conversation', ['conversationId'])
export class BotWriting {
  @PrimaryColumn('uuid', { name: 'question_id' })
  questionId!: string;

  @ForeignKey(() => Conversation, { name: 'bot_writing_conversation_id_fkey' })
  @Column('uuid', { name: 'conversation_id' })
  conversationId!: string;

  @Column('jsonb')
  task!: object;

  @Column('integer', { default: 0 })
  tries!: number;

  @Column('timestamptz', { name: 'held_until', nullable: true })
  heldUntil!: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}
