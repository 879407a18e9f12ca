import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A request that opened a case, and what it was told: repeated, it is told the same. */
@Entity('case_openings')
@Index('case_openings_created_at', ['createdAt'])
export class CaseOpening {
  /** Whose keys these are, e.g. `site:<id>`. */
  @PrimaryColumn('text')
  scope!: string;

  @PrimaryColumn('text')
  key!: string;

  /** SHA-256. */
  @Column('bytea', { name: 'body_hash' })
  bodyHash!: Buffer;

  /** Null only within the transaction that opens. */
  @Column('jsonb', { nullable: true })
  answer!: object | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}
