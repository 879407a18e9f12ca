import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { maskEmail, maskPhone } from './mask.js';

/** Somebody a case may be opened for; contact points masked. */
export interface FoundCustomer {
  customerId: string;
  name: string;
  identified: boolean;
  externalId?: string;
  shopName?: string;
  siteName: string;
  contactPoints: string[];
}

type Row = Omit<FoundCustomer, 'externalId' | 'shopName' | 'contactPoints'> & {
  externalId: string | null;
  shopName: string | null;
  contactPoints: { kind: 'email' | 'phone'; value: string }[];
  [column: string]: unknown;
};

const LISTED = 10;
/** The last character there is: what begins like the words sorts before the words with it. */
const LAST = '\u{10ffff}';

/** $1 as typed, $2 the last name that begins so, $3 ways to write the phone, $4 in small letters. Each arm goes by an index. */
const FOUND = `
  WITH found AS (
    (SELECT customer_id AS id, 0 AS rank FROM contact_points WHERE kind = 'phone' AND value = ANY($3) LIMIT ${LISTED})
    UNION ALL (SELECT customer_id, 0 FROM contact_points WHERE kind = 'email' AND value = $4 LIMIT ${LISTED})
    UNION ALL (SELECT id, 1 FROM customers WHERE external_id = $1 LIMIT ${LISTED})
    UNION ALL (SELECT id, 2 FROM customers WHERE name >= $1 AND name < $2 ORDER BY name LIMIT ${LISTED})
  )
  SELECT c.id AS "customerId", c.name, c.external_id IS NOT NULL AS identified, c.external_id AS "externalId",
         p.name AS "shopName", s.name AS "siteName",
         (SELECT coalesce(json_agg(json_build_object('kind', k.kind, 'value', k.value) ORDER BY k.kind DESC, k.id), '[]')
            FROM contact_points k WHERE k.customer_id = c.id) AS "contactPoints"
    FROM (SELECT id, min(rank) AS rank FROM found GROUP BY id) f
    JOIN customers c ON c.id = f.id JOIN sites s ON s.id = c.site_id LEFT JOIN shops p ON p.id = c.shop_id
   ORDER BY f.rank, c.external_id IS NULL, c.name, c.id LIMIT ${LISTED}`;

/** Finds the customer who is on the phone. */
@Injectable()
export class CustomerSearch {
  constructor(private readonly database: Database) {}

  /** @param typed a phone number, mail address or the host's own id, whole; or how a name begins */
  async find(typed: string): Promise<FoundCustomer[]> {
    const values = [typed, typed + LAST, phonesOf(typed), typed.toLowerCase()];
    const rows = await this.database.query<Row>(FOUND, values);
    return rows.map(({ externalId, shopName, contactPoints, ...row }) => ({
      ...row,
      ...(externalId && { externalId }),
      ...(shopName && { shopName }),
      contactPoints: contactPoints.map(({ kind, value }) => (kind === 'phone' ? maskPhone(value) : maskEmail(value))),
    }));
  }

  /** Sites that are on, the oldest first. */
  async sites(): Promise<{ id: string; name: string }[]> {
    return this.database.query<{ id: string; name: string }>(
      'SELECT id, name FROM sites WHERE disabled_at IS NULL ORDER BY created_at, id LIMIT 200',
    );
  }
}

/** With and without the country's code, as hosts write it either way. */
function phonesOf(typed: string): string[] {
  const digits = typed.replace(/[\s().-]/g, '');
  if (!/^\+?\d{5,15}$/.test(digits)) return [];
  const local = digits.replace(/^(\+86|0086)/, '').replace(/^86(?=1\d{10}$)/, '');
  return [...new Set([digits, local, `+86${local}`, `86${local}`])];
}
