import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Locale, ShopTier } from '../../contract/index.js';
import { Site } from '../sites/site.entity.js';

@Entity('shops')
@Unique('shops_site_id_external_id_key', ['siteId', 'externalId'])
@Check('shops_tier_known', "tier IN ('standard', 'premium')")
export class Shop {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Site, { name: 'shops_site_id_fkey' })
  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  /** The host site's own id. */
  @Column('text', { name: 'external_id' })
  externalId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  tier!: ShopTier;

  @Column('text', { nullable: true })
  industry!: string | null;

  @Column('text', { name: 'account_manager', nullable: true })
  accountManager!: string | null;
}

/** A person: anonymous until the host site's signed token says who. */
@Entity('customers')
@Unique('customers_site_id_external_id_key', ['siteId', 'externalId'])
@Index('customers_shop_id', ['shopId'])
@Index('customers_name', ['name'])
@Index('customers_external_id', ['externalId'])
export class Customer {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Site, { name: 'customers_site_id_fkey' })
  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  /** The host site's own id; null while anonymous. */
  @Column('text', { name: 'external_id', nullable: true })
  externalId!: string | null;

  @ForeignKey(() => Shop, { name: 'customers_shop_id_fkey' })
  @Column('uuid', { name: 'shop_id', nullable: true })
  shopId!: string | null;

  /** Empty while anonymous. */
  @Column('text')
  name!: string;

  @Column('text')
  locale!: Locale;

  /** The host site says that they may follow the cases of everybody of their shop. */
  @Column('boolean', { name: 'shop_cases', default: false })
  shopCases!: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}

/** A way to reach a customer, and who says that it is theirs. */
@Entity('contact_points')
@Unique('contact_points_customer_id_kind_value_key', ['customerId', 'kind', 'value'])
@Index('contact_points_value', ['kind', 'value'])
@Index('contact_points_verified', ['kind', 'value'], { where: "verified_by <> 'customer'" })
@Check('contact_points_kind_known', "kind IN ('email', 'phone')")
export class ContactPoint {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Customer, { name: 'contact_points_customer_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'customer_id' })
  customerId!: string;

  @Column('text')
  kind!: 'email' | 'phone';

  @Column('text')
  value!: string;

  /** `host`: the host site's signed token said so. `customer`: they said so themselves, see `ContactPoints`. */
  @Column('text', { name: 'verified_by' })
  verifiedBy!: string;
}

/** One browser with the widget in it. */
@Entity('visitor_sessions')
@Unique('visitor_sessions_key_hash_key', ['keyHash'])
@Index('visitor_sessions_customer_id', ['customerId'])
export class VisitorSession {
  @PrimaryColumn('uuid')
  id!: string;

  /** SHA-256 of the key; the key itself is only in the browser. */
  @Column('bytea', { name: 'key_hash' })
  keyHash!: Buffer;

  @ForeignKey(() => Site, { name: 'visitor_sessions_site_id_fkey' })
  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @ForeignKey(() => Customer, { name: 'visitor_sessions_customer_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'customer_id' })
  customerId!: string;

  @Column('text')
  locale!: Locale;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'last_seen_at', default: () => 'desk_now()' })
  lastSeenAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}

/** What the customer did on the host site just before. Only the last few are kept. */
@Entity('customer_steps')
@Index('customer_steps_customer_id_at', ['customerId', 'at'])
export class CustomerStep {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Customer, { name: 'customer_steps_customer_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'customer_id' })
  customerId!: string;

  @Column('text')
  page!: string;

  @Column('text')
  action!: string;

  /** The message that the page showed, if one was. */
  @Column('text', { nullable: true })
  error!: string | null;

  @Column('timestamptz', { default: () => 'desk_now()' })
  at!: Date;
}
