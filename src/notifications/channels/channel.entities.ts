import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ChannelKind, Locale } from '../../contract/index.js';
import { Team } from '../../people/index.js';

/** A robot of a group chat, or a provider of SMS or calls. */
@Entity('notice_channels')
@Check('notice_channels_kind_known', "kind IN ('feishu', 'dingtalk', 'wecom', 'sms', 'phone')")
@Check('notice_channels_locale_known', "locale IN ('zh-CN', 'en')")
export class NoticeChannel {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: ChannelKind;

  @Column('text')
  name!: string;

  /** Null: for all teams. */
  @ForeignKey(() => Team, { name: 'notice_channels_team_id_fkey' })
  @Column('uuid', { name: 'team_id', nullable: true })
  teamId!: string | null;

  @Column('text')
  locale!: Locale;

  /** Sealed: whoever has it can write to the group. */
  @Column('bytea')
  address!: Buffer;

  @Column('text', { name: 'address_hint' })
  addressHint!: string;

  /** Sealed; null: the robot asks for no signature. */
  @Column('bytea', { nullable: true })
  secret!: Buffer | null;

  @Column('boolean', { default: true })
  enabled!: boolean;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}

/** Something to tell by a channel, and what became of it. */
@Entity('notice_deliveries')
@Unique('notice_deliveries_channel_id_key_key', ['channelId', 'key'])
@Index('notice_deliveries_due', ['tryAt'], { where: "state IN ('queued', 'sending')" })
@Index('notice_deliveries_done', ['createdAt'], { where: "state IN ('sent', 'failed')" })
@Check('notice_deliveries_state_known', "state IN ('queued', 'sending', 'sent', 'failed')")
export class NoticeDelivery {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => NoticeChannel, { name: 'notice_deliveries_channel_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'channel_id' })
  channelId!: string;

  /** What it is about, and to whom: told once. */
  @Column('text')
  key!: string;

  @Column('text')
  text!: string;

  @Column('jsonb', { default: {} })
  details!: object;

  @Column('text', { default: 'queued' })
  state!: 'queued' | 'sending' | 'sent' | 'failed';

  @Column('integer', { default: 0 })
  tries!: number;

  /** When to try next; while it is being sent, when it counts as dropped. */
  @Column('timestamptz', { name: 'try_at', default: () => 'desk_now()' })
  tryAt!: Date;

  /** The other side's last words. */
  @Column('text', { default: '' })
  answer!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;
}
