import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { CategoryKey, LocalizedText } from '../../contract/index.js';
import { Team } from '../../people/index.js';
import { Category } from '../categories/category.entities.js';
import { Macro } from './macro.entity.js';

/** What is said often, kept to be put into a reply. Never deleted: the audit log names it. */
@Entity('canned_replies')
export class CannedReply {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('jsonb')
  title!: LocalizedText;

  @Column('jsonb')
  body!: LocalizedText;

  @ForeignKey(() => Category, { name: 'canned_replies_category_fkey' })
  @Column('text', { nullable: true })
  category!: CategoryKey | null;

  /** Null: for all teams. */
  @ForeignKey(() => Team, { name: 'canned_replies_team_id_fkey' })
  @Column('uuid', { name: 'team_id', nullable: true })
  teamId!: string | null;

  /** Of the Chinese title, made when it is saved. */
  @Column('text')
  pinyin!: string;

  @Column('text')
  initials!: string;

  @Column('integer', { default: 0 })
  uses!: number;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}

export const REPLY_ENTITIES = [CannedReply, Macro];
