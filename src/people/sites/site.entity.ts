import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { LauncherPosition, Locale, LocalizedText } from '../../contract/index.js';

/** A host site that embeds the widget. */
@Entity('sites')
@Unique('sites_key_key', ['key'])
@Check('sites_position_known', "position IN ('right', 'left')")
@Check('sites_locale_known', "locale IN ('zh-CN', 'en')")
export class Site {
  @PrimaryColumn('uuid')
  id!: string;

  /** Public: it stands in the embed snippet. */
  @Column('text')
  key!: string;

  @Column('text')
  name!: string;

  /** Exact origins, e.g. `https://shop.example`. */
  @Column('text', { name: 'allowed_origins', array: true })
  allowedOrigins!: string[];

  @Column('text', { name: 'context_url', nullable: true })
  contextUrl!: string | null;

  @Column('jsonb')
  greeting!: LocalizedText;

  @Column('jsonb')
  hours!: LocalizedText;

  @Column('text', { nullable: true })
  phone!: string | null;

  /** CSS colour `#rrggbb`. */
  @Column('text')
  color!: string;

  @Column('text', { default: 'right' })
  position!: LauncherPosition;

  /** Null: the language of the host page. */
  @Column('text', { nullable: true })
  locale!: Locale | null;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;

  @Column('integer', { default: 1 })
  version!: number;
}

/** Shared with the host's server: signs its identity tokens and our calls to its context provider. */
@Entity('site_secrets')
@Index('site_secrets_site_id', ['siteId', 'createdAt'])
export class SiteSecret {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Site, { name: 'site_secrets_site_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('bytea')
  sealed!: Buffer;

  /** Its last four characters; empty for one that is too short to show any. */
  @Column('text')
  hint!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;

  /** Null: the current one. */
  @Column('timestamptz', { name: 'ends_at', nullable: true })
  endsAt!: Date | null;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;
}

/** The origin of a page that tried to open a site's widget, let in or not. */
@Entity('site_sightings')
export class SiteSighting {
  @ForeignKey(() => Site, { name: 'site_sightings_site_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'site_id' })
  siteId!: string;

  @PrimaryColumn('text')
  origin!: string;

  @Column('timestamptz', { name: 'first_seen_at', default: () => 'desk_now()' })
  firstSeenAt!: Date;

  @Column('timestamptz', { name: 'last_seen_at', default: () => 'desk_now()' })
  lastSeenAt!: Date;
}
