import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { StaffLinkPurpose } from '../../contract/index.js';
import { Staff } from '../staff/staff.entities.js';

/** A link that an administrator hands over; the row goes when it is used, and a newer one takes its place. */
@Entity('staff_links')
@Unique('staff_links_staff_id_key', ['staffId'])
@Unique('staff_links_token_hash_key', ['tokenHash'])
@Check('staff_links_purpose_known', "purpose IN ('setup', 'invitation', 'password_reset')")
@Check('staff_links_somebodys', "(purpose = 'setup') = (staff_id IS NULL)")
export class StaffLink {
  @PrimaryColumn('uuid')
  id!: string;

  /** Null: of a desk that has nobody yet. */
  @ForeignKey(() => Staff, { name: 'staff_links_staff_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'staff_id', nullable: true })
  staffId!: string | null;

  @Column('text')
  purpose!: StaffLinkPurpose;

  /** SHA-256 of the token; the token itself is only in the link. */
  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
