import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { BotSettlingDeed } from '../../contract/index.js';

/** What was asked or answered in these words until then has been seen to; who asks it later is heard anew. */
@Entity('bot_settlements')
@Check('bot_settlements_kind_known', "kind IN ('question', 'reply')")
@Check('bot_settlements_what_known', "settled_by_what IN ('task', 'synonym', 'dismissed')")
export class BotSettlement {
  @PrimaryColumn('text')
  kind!: 'question' | 'reply';

  /** Of language and words, see `digestOf`. */
  @PrimaryColumn('text')
  digest!: string;

  @Column('timestamptz', { name: 'settled_at', default: () => 'desk_now()' })
  settledAt!: Date;

  @Column('uuid', { name: 'settled_by' })
  settledBy!: string;

  @Column('text', { name: 'settled_by_what' })
  settledByWhat!: BotSettlingDeed;

  @Column('uuid', { name: 'task_id', nullable: true })
  taskId!: string | null;
}
