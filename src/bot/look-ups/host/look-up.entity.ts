import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CategoryKey, FieldFormat, Locale, LocalizedText } from '../../../contract/index.js';
import { Site } from '../../../people/index.js';

/** What the host site can say about one of its own things, e.g. the settlement of an order; asked by a signed call. */
@Entity('bot_look_ups')
@Index('bot_look_ups_key', ['siteId', 'key'], { unique: true })
export class BotLookUp {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Site, { name: 'bot_look_ups_site_id_fkey' })
  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('text')
  key!: string;

  @Column('jsonb')
  name!: LocalizedText;

  @Column('text')
  category!: CategoryKey;

  /** What the customer must say first, e.g. the order number; null: nothing. */
  @Column('jsonb', { nullable: true })
  input!: { label: LocalizedText; format: FieldFormat; example: string } | null;

  /** Words that ask for it. */
  @Column('jsonb')
  words!: Record<Locale, string[]>;

  @Column('text')
  url!: string;

  @Column('boolean', { default: true })
  enabled!: boolean;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}
