import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How a tag is written, however somebody types it; and how often it was put on a case. */
@Entity('tag_names')
@Index('tag_names_by_use', ['uses', 'folded'])
export class TagName {
  /** See `foldTag`. */
  @PrimaryColumn('text')
  folded!: string;

  @Column('text')
  tag!: string;

  @Column('integer', { default: 0 })
  uses!: number;

  @Column('timestamptz', { name: 'last_used_at', default: () => 'desk_now()' })
  lastUsedAt!: Date;
}
