import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type {
  CategoryKey,
  ChecklistItemView,
  FormFieldView,
  LocalizedText,
  Nature,
  Priority,
} from '../../contract/index.js';
import { Staff } from '../../people/index.js';

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

  /** Of the form; the earlier ones stand in `sub_category_forms`. */
  @Column('integer', { name: 'form_version', default: 1 })
  formVersion!: number;

  /** With the items that are archived. */
  @Column('jsonb', { default: [] })
  checklist!: ChecklistItemView[];

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Column('integer', { default: 1 })
  version!: number;
}

/** A form as it was from then on, the one in force included. */
@Entity('sub_category_forms')
export class SubCategoryForm {
  @ForeignKey(() => SubCategory, { name: 'sub_category_forms_sub_category_fkey' })
  @PrimaryColumn('text', { name: 'sub_category' })
  subCategory!: string;

  @PrimaryColumn('integer')
  version!: number;

  @Column('jsonb')
  form!: StoredField[];

  /** Null: it came with the desk. */
  @ForeignKey(() => Staff, { name: 'sub_category_forms_created_by_fkey' })
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}

export const CATEGORY_ENTITIES = [Category, SubCategory, SubCategoryForm];
