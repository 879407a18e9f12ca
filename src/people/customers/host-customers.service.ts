import { Injectable } from '@nestjs/common';
import type { Locale, ShopTier } from '../../contract/index.js';
import { newId } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { saveContactPoint, saveShop } from './host-word.js';

/** A customer as the host site's own server names them; it is believed like its signed token. */
export interface HostCustomer {
  externalId: string;
  name?: string;
  phone?: string;
  email?: string;
  shop?: { id: string; name: string; tier: ShopTier; industry?: string; account_manager?: string };
}

/** Customers that are not in front of a browser. */
@Injectable()
export class HostCustomers {
  /** The customer of this external id, made when there is none. What is left out stays as it is. */
  async save(
    tx: Transaction,
    siteId: string,
    said: HostCustomer,
    locale: Locale,
  ): Promise<{ id: string; name: string }> {
    const shopId = said.shop ? await saveShop(tx, siteId, said.shop) : null;
    const row = await tx.one<{ id: string; name: string }>(
      `INSERT INTO customers AS c (id, site_id, external_id, shop_id, name, locale) VALUES ($1, $2, $3, $4, coalesce($5, ''), $6)
       ON CONFLICT (site_id, external_id)
       DO UPDATE SET shop_id = coalesce(excluded.shop_id, c.shop_id), name = coalesce($5, c.name) RETURNING id, name`,
      [newId(), siteId, said.externalId, shopId, said.name ?? null, locale],
    );
    const saved = row as { id: string; name: string };
    if (said.email) await saveContactPoint(tx, saved.id, 'email', said.email);
    if (said.phone) await saveContactPoint(tx, saved.id, 'phone', said.phone);
    return saved;
  }

  /** Somebody who says who they are, and of whom nobody else does. @returns their id */
  async anonymous(tx: Transaction, siteId: string, name: string, locale: Locale): Promise<string> {
    const id = newId();
    await tx.query('INSERT INTO customers (id, site_id, name, locale) VALUES ($1, $2, $3, $4)', [
      id,
      siteId,
      name,
      locale,
    ]);
    return id;
  }
}
