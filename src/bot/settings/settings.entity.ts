import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** What administrators decide about the bot: one row, absent as long as nobody has changed anything. */
@Entity('bot_settings')
@Check('bot_settings_one', 'id = 1')
export class BotSettingsRow {
  @PrimaryColumn('smallint', { default: 1 })
  id!: number;

  @Column('jsonb')
  settings!: object;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { name: 'updated_at', default: () => 'desk_now()' })
  updatedAt!: Date;

  @Column('uuid', { name: 'updated_by', nullable: true })
  updatedBy!: string | null;
}
