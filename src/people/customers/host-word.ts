import { newId } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/db/index.js';
import type { IdentityClaims } from './identity-token.js';

/** Many of a shop may come at once, and nearly always it is as it was: only what is new is written, as writers wait for each other. */
export async function saveShop(
  tx: Transaction,
  siteId: string,
  shop: NonNullable<IdentityClaims['shop']>,
): Promise<string> {
  const values = [siteId, shop.id, shop.name, shop.tier, shop.industry ?? null, shop.account_manager ?? null];
  const known = await tx.one<{ id: string }>(
    `SELECT id FROM shops WHERE site_id = $1 AND external_id = $2
       AND (name, tier, industry, account_manager) IS NOT DISTINCT FROM ($3::text, $4::text, $5::text, $6::text)`,
    values,
  );
  if (known) return known.id;
  const row = await tx.one<{ id: string }>(
    `INSERT INTO shops (id, site_id, external_id, name, tier, industry, account_manager)
     VALUES ($7, $1, $2, $3, $4, $5, $6)
     ON CONFLICT (site_id, external_id)
     DO UPDATE SET name = excluded.name, tier = excluded.tier, industry = excluded.industry,
                   account_manager = excluded.account_manager RETURNING id`,
    [...values, newId()],
  );
  return (row as { id: string }).id;
}

/** The host vouches for one of each kind: a number that the customer gave up must not open their cases any more. */
export async function saveContactPoint(tx: Transaction, customerId: string, kind: 'email' | 'phone', value: string) {
  await tx.query(
    `DELETE FROM contact_points WHERE customer_id = $1 AND kind = $2 AND verified_by = 'host' AND value <> $3`,
    [customerId, kind, value],
  );
  await tx.query(
    `INSERT INTO contact_points (id, customer_id, kind, value, verified_by) VALUES ($1, $2, $3, $4, 'host')
     ON CONFLICT (customer_id, kind, value) DO UPDATE SET verified_by = 'host'`,
    [newId(), customerId, kind, value],
  );
}
