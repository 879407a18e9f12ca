import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { CategoryKey, FormFieldView, LocalizedText, Nature, Priority } from '../../contract/index.js';

/** A field as it is stored: the pattern follows from its format. */
export type StoredField = Omit<FormFieldView, 'pattern'>;

/** One of the four; there are no others. */
@Entity('categories')
@Check('categories_key_known', "key IN ('account', 'earnings', 'feature', 'content')")
export class Category {
  @PrimaryColumn('text')
  key!: CategoryKey;

  @Column('jsonb')
  name!: LocalizedText;

  /** As the widget asks for it. */
  @Column('jsonb')
  topic!: LocalizedText;

  /** Of its names and of the order of its sub-categories. */
  @Column('integer', { default: 1 })
  version!: number;
}

/** Never deleted: cases keep the key. */
@Entity('sub_categories')
@Check('sub_categories_priority_known', "priority IN ('P0', 'P1', 'P2', 'P3')")
@Check('sub_categories_nature_known', "nature IN ('usage', 'fault', 'suggestion')")
export class SubCategory {
  @PrimaryColumn('text')
  key!: string;

  @ForeignKey(() => Category, { name: 'sub_categories_category_fkey' })
  @Column('text')
  category!: CategoryKey;

  @Column('jsonb')
  name!: LocalizedText;

  @Column('text')
  priority!: Priority;

  @Column('text')
  nature!: Nature;

  /** By key: a desk may name its teams after its questions. */
  @Column('text', { name: 'team_key' })
  teamKey!: string;

  @Column('integer')
  position!: number;

  /** With the fields and options that are archived: cases keep their values. */
  @Column('jsonb')
  form!: StoredField[];

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Column('integer', { default: 1 })
  version!: number;
}

export const CATEGORY_ENTITIES = [Category, SubCategory];
