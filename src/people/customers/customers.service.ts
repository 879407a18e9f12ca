import { Injectable } from '@nestjs/common';
import type { Locale, ShopTier, VerifiedIdentityView } from '../../contract/index.js';
import { Database, Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { maskEmail, maskPhone } from './mask.js';

/** What lists show of a customer. */
export interface CustomerSummary {
  customerId: string;
  identified: boolean;
  /** Empty for an anonymous visitor. */
  name: string;
  locale: Locale;
  shopName?: string;
  /** The host site lets them follow the cases of everybody of their shop. */
  shopCases?: true;
  tier?: ShopTier;
}

/** What a customer and their shop are known by. */
export interface CustomerTraces {
  name: string;
  externalId: string | null;
  shop: { externalId: string; name: string; accountManager: string | null } | null;
  contactPoints: { kind: 'email' | 'phone'; value: string }[];
}

type SummaryRow = {
  id: string;
  identified: boolean;
  name: string;
  locale: Locale;
  shopName: string | null;
  shopCases: boolean;
  tier: ShopTier | null;
};
type IdentityRow = Omit<SummaryRow, 'tier' | 'shopName' | 'shopCases'> & {
  externalId: string | null;
  shop: {
    externalId: string;
    name: string;
    tier: ShopTier;
    industry: string | null;
    accountManager: string | null;
  } | null;
  contactPoints: VerifiedIdentityView['contactPoints'];
};

const IDENTITY = `
  SELECT c.id, c.external_id IS NOT NULL AS identified, c.name, c.locale, c.external_id AS "externalId",
         CASE WHEN s.id IS NOT NULL THEN json_build_object('externalId', s.external_id, 'name', s.name, 'tier', s.tier,
           'industry', s.industry, 'accountManager', s.account_manager) END AS shop,
         (SELECT coalesce(json_agg(json_build_object('kind', p.kind, 'value', p.value, 'verifiedBy', p.verified_by)
                   ORDER BY p.kind, p.id), '[]')
            FROM contact_points p WHERE p.customer_id = c.id) AS "contactPoints"
    FROM customers c LEFT JOIN shops s ON s.id = c.shop_id
   WHERE c.id = $1`;

const SUMMARIES = `
  SELECT c.id, c.external_id IS NOT NULL AS identified, c.name, c.locale, s.name AS "shopName", s.tier,
         c.shop_cases AS "shopCases"
    FROM customers c LEFT JOIN shops s ON s.id = c.shop_id
   WHERE c.id = ANY($1::uuid[])`;

@Injectable()
export class Customers {
  constructor(private readonly database: Database) {}

  /**
   * What staff see beside a case; contact points masked.
   * @throws DeskError `not_found`
   */
  async verifiedIdentity(customerId: string): Promise<VerifiedIdentityView> {
    const row = await this.database.one<IdentityRow>(IDENTITY, [customerId]);
    if (!row) throw new DeskError('not_found');
    return {
      customerId: row.id,
      identified: row.identified,
      name: row.name,
      locale: row.locale,
      ...(row.externalId && { externalId: row.externalId }),
      ...(row.shop && {
        shop: {
          externalId: row.shop.externalId,
          name: row.shop.name,
          tier: row.shop.tier,
          ...(row.shop.industry && { industry: row.shop.industry }),
          ...(row.shop.accountManager && { accountManager: row.shop.accountManager }),
        },
      }),
      contactPoints: row.contactPoints.map((point) => ({
        ...point,
        value: point.kind === 'phone' ? maskPhone(point.value) : maskEmail(point.value),
      })),
    };
  }

  /** All that tells who these are, unmasked: to take it out of what leaves their case. Never shown. */
  async traces(ids: readonly string[]): Promise<CustomerTraces[]> {
    return this.database.query<CustomerTraces & Record<string, unknown>>(
      `SELECT c.name, c.external_id AS "externalId",
              CASE WHEN s.id IS NOT NULL THEN json_build_object('externalId', s.external_id, 'name', s.name,
                'accountManager', s.account_manager) END AS shop,
              (SELECT coalesce(json_agg(json_build_object('kind', p.kind, 'value', p.value)), '[]')
                 FROM contact_points p WHERE p.customer_id = c.id) AS "contactPoints"
         FROM customers c LEFT JOIN shops s ON s.id = c.shop_id WHERE c.id = ANY($1::uuid[])`,
      [ids],
    );
  }

  /** Summaries by customer id; unknown ids are left out. */
  async summaries(
    ids: readonly string[],
    on: Database | Transaction = this.database,
  ): Promise<Map<string, CustomerSummary>> {
    if (ids.length === 0) return new Map();
    const values = [[...new Set(ids)]];
    const rows =
      on instanceof Database
        ? await on.prepared<SummaryRow>('customer_summaries', SUMMARIES, values)
        : await on.query<SummaryRow>(SUMMARIES, values);
    return new Map(rows.map((row) => [row.id, summary(row)]));
  }

  /** Whether the host site's signed token has said who this is; false for who is not known at all. */
  async isIdentified(customerId: string): Promise<boolean> {
    return (await this.summaries([customerId])).get(customerId)?.identified ?? false;
  }

  /** For second factors: whether this customer has a contact point, verified by the host, that ends like this. */
  async hasPhoneEnding(customerId: string, lastFour: string): Promise<boolean> {
    const row = await this.database.one(
      `SELECT 1 AS found FROM contact_points WHERE customer_id = $1 AND kind = 'phone' AND verified_by = 'host' AND right(value, 4) = $2`,
      [customerId, lastFour],
    );
    return row !== undefined;
  }
}

function summary({ id, identified, name, locale, shopName, tier, shopCases }: SummaryRow): CustomerSummary {
  return {
    customerId: id,
    identified,
    name,
    locale,
    ...(shopName && { shopName }),
    ...(tier && { tier }),
    ...(shopCases && { shopCases }),
  };
}
