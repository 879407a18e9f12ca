import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { BotFlagReason, BotSettlingDeed } from '../../contract/index.js';
import { Entry } from '../../conversations/index.js';

/** An answer of the bot's that somebody of the staff says is wrong. */
@Entity('bot_flags')
@Index('bot_flags_open', ['createdAt'], { where: 'settled_at IS NULL' })
@Index('bot_flags_conversation', ['conversationId'])
@Check('bot_flags_reason_known', "reason IN ('wrong', 'outdated', 'off_topic', 'incomplete', 'tone')")
@Check('bot_flags_settled_known', "settled_by_what IN ('task', 'synonym', 'dismissed')")
export class BotFlag {
  @ForeignKey(() => Entry, { name: 'bot_flags_entry_id_fkey' })
  @PrimaryColumn('uuid', { name: 'entry_id' })
  entryId!: string;

  @Column('uuid', { name: 'conversation_id' })
  conversationId!: string;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('text')
  reason!: BotFlagReason;

  @Column('text', { default: '' })
  note!: string;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;

  @Column('uuid', { name: 'settled_by', nullable: true })
  settledBy!: string | null;

  @Column('text', { name: 'settled_by_what', nullable: true })
  settledByWhat!: BotSettlingDeed | null;

  @Column('uuid', { name: 'task_id', nullable: true })
  taskId!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}
