import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { LocalizedText, MacroDeeds } from '../../contract/index.js';
import { Team } from '../../people/index.js';

/** Several deeds on a case and a reply, kept under a name. Never deleted: timelines and the audit log name it. */
@Entity('macros')
export class Macro {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('jsonb')
  title!: LocalizedText;

  @Column('jsonb')
  deeds!: MacroDeeds;

  @Column('jsonb', { nullable: true })
  reply!: LocalizedText | null;

  /** Null: for all teams. */
  @ForeignKey(() => Team, { name: 'macros_team_id_fkey' })
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
