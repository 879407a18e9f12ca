import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Site } from './site.entity.js';

/** With it the servers of a host site open cases and read them. */
@Entity('site_api_keys')
@Unique('site_api_keys_prefix_key', ['prefix'])
@Index('site_api_keys_site_id', ['siteId', 'createdAt'])
export class SiteApiKey {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Site, { name: 'site_api_keys_site_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('text')
  name!: string;

  /** Public: what it begins with. */
  @Column('text')
  prefix!: string;

  /** SHA-256; the key itself is only with the host. */
  @Column('bytea', { name: 'key_hash' })
  keyHash!: Buffer;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}
