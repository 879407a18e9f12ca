import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Conversation } from '../../../conversations/index.js';

/** A host site that is to be asked something for a customer: held by the process at work on it, taken over when that one dies. */
@Entity('bot_look_up_calls')
@Index('bot_look_up_calls_due', ['siteId', 'createdAt'])
@Index('bot_look_up_calls_conversation', ['conversationId'])
export class BotLookUpCall {
  /** The entry that it answers. */
  @PrimaryColumn('uuid', { name: 'question_id' })
  questionId!: string;

  @ForeignKey(() => Conversation, { name: 'bot_look_up_calls_conversation_id_fkey' })
  @Column('uuid', { name: 'conversation_id' })
  conversationId!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  /** By key. */
  @Column('text', { name: 'look_up' })
  lookUp!: string;

  @Column('text', { nullable: true })
  input!: string | null;

  /** Of the conversation when it was decided: what is newer makes the answer one to nothing. */
  @Column('integer')
  seq!: number;

  @Column('integer', { default: 0 })
  tries!: number;

  @Column('timestamptz', { name: 'held_until', nullable: true })
  heldUntil!: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}
