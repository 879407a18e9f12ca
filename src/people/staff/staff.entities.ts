import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Locale, LocalizedText, StaffRole } from '../../contract/index.js';

/** A person who works in the console. */
@Entity('staff')
@Unique('staff_email_key', ['email'])
@Check('staff_email_lower', 'email = lower(email)')
@Check('staff_role_known', "role IN ('agent', 'supervisor', 'admin')")
export class Staff {
  @PrimaryColumn('uuid')
  id!: string;

  /** Lower case. */
  @Column('text')
  email!: string;

  @Column('text')
  name!: string;

  @Column('text')
  role!: StaffRole;

  /** argon2id, in PHC form. */
  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Column('text')
  locale!: Locale;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;

  /** When they set a password of their own; null: invited, and not here yet. */
  @Column('timestamptz', { name: 'joined_at', nullable: true, default: () => 'desk_now()' })
  joinedAt!: Date | null;

  @Column('integer', { default: 1 })
  version!: number;
}

@Entity('teams')
@Unique('teams_key_key', ['key'])
export class Team {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  key!: string;

  @Column('jsonb')
  name!: LocalizedText;

  @ForeignKey(() => Staff, { name: 'teams_lead_id_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'lead_id', nullable: true })
  leadId!: string | null;

  @ForeignKey(() => Staff, { name: 'teams_duty_manager_id_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'duty_manager_id', nullable: true })
  dutyManagerId!: string | null;

  /** IANA name; the shift table is read in it. */
  @Column('text', { name: 'time_zone', default: 'Asia/Shanghai' })
  timeZone!: string;

  /** Gets no more work; its past stays readable. */
  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Column('integer', { default: 1 })
  version!: number;
}

@Entity('team_members')
@Index('team_members_staff_id', ['staffId'])
export class TeamMember {
  @ForeignKey(() => Team, { name: 'team_members_team_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'team_id' })
  teamId!: string;

  @ForeignKey(() => Staff, { name: 'team_members_staff_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId!: string;
}

/** One signed-in browser of a person of the staff. */
@Entity('staff_sessions')
@Unique('staff_sessions_token_hash_key', ['tokenHash'])
@Index('staff_sessions_staff_id', ['staffId'])
export class StaffSession {
  @PrimaryColumn('uuid')
  id!: string;

  /** SHA-256 of the token; the token itself is only in the browser. */
  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @ForeignKey(() => Staff, { name: 'staff_sessions_staff_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'last_seen_at', default: () => 'desk_now()' })
  lastSeenAt!: Date;

  /** However busy the session is, it ends here. */
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Column('text')
  address!: string;

  @Column('text', { name: 'user_agent' })
  userAgent!: string;
}
