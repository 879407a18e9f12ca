import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Staff } from '../staff/staff.entities.js';

/** The authenticator app of a person of the staff. */
@Entity('second_factors')
export class SecondFactor {
  @ForeignKey(() => Staff, { name: 'second_factors_staff_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId!: string;

  /** Sealed, see `platform/sealing`. */
  @Column('bytea')
  secret!: Buffer;

  /** When a first code proved that the app has the secret; before that nothing is asked for. */
  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;

  /** Half minute of the last code that was taken: neither it nor an earlier one works again. */
  @Column('bigint', { name: 'last_step', default: 0 })
  lastStep!: string;
}

/** For who has lost the app; the row goes when it is used. */
@Entity('recovery_codes')
export class RecoveryCode {
  @ForeignKey(() => Staff, { name: 'recovery_codes_staff_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId!: string;

  @PrimaryColumn('bytea', { name: 'code_hash' })
  codeHash!: Buffer;
}
