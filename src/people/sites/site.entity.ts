import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { LocalizedText } from '../../contract/index.js';

/** A host site that embeds the widget. */
@Entity('sites')
@Unique('sites_key_key', ['key'])
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

  /** Shared with the host's server: signs its identity tokens and our calls to its context provider. */
  @Column('text', { name: 'identity_secret' })
  identitySecret!: string;

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
}
