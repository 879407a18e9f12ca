import { Injectable } from '@nestjs/common';
import type { Locale } from '../../contract/index.js';
import { newId } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { ContactPoints } from './contact-points.service.js';

/** Who a case of another desk is of, as that desk knew them. */
export interface BroughtCustomer {
  /** The host site's own id. */
  externalId?: string;
  email?: string;
  phone?: string;
  name: string;
  /** How that desk names them; nobody else is called so. */
  key?: string;
}

/**
 * Customers who come with cases of another desk. Only the host's own id says that somebody is a customer it vouches for: by an
 * address or a phone they are found again among those who were brought, never among others, as anybody may have written from there.
 * Colleagues share the phone of their shop: it names only those of whom nothing else is known.
 */
@Injectable()
export class ImportedCustomers {
  constructor(private readonly contactPoints: ContactPoints) {}

  /** @returns the customer's id; made when there is none */
  async find(tx: Transaction, siteId: string, said: BroughtCustomer, locale: Locale): Promise<string> {
    if (said.externalId) return this.ofHost(tx, siteId, { ...said, externalId: said.externalId }, locale);
    const names = namesOf(said);
    const id = (await this.brought(tx, siteId, names)) ?? (await this.make(tx, siteId, said.name, locale));
    if (names.length > 0)
      await tx.query(
        `INSERT INTO imported_customers (site_id, known_by, customer_id) SELECT $1, unnest($2::text[]), $3
         ON CONFLICT DO NOTHING`,
        [siteId, names, id],
      );
    await this.reach(tx, id, said);
    return id;
  }

  /** What the host says of them is left as it is; of a new one nothing but the name is believed. */
  private async ofHost(
    tx: Transaction,
    siteId: string,
    said: BroughtCustomer & { externalId: string },
    locale: Locale,
  ): Promise<string> {
    const made = await tx.one<{ id: string }>(
      `INSERT INTO customers (id, site_id, external_id, name, locale) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (site_id, external_id) DO NOTHING RETURNING id`,
      [newId(), siteId, said.externalId, said.name, locale],
    );
    if (made) {
      await this.reach(tx, made.id, said);
      return made.id;
    }
    const known = await tx.one<{ id: string }>('SELECT id FROM customers WHERE site_id = $1 AND external_id = $2', [
      siteId,
      said.externalId,
    ]);
    return (known as { id: string }).id;
  }

  /** One after the other, by name: two workers must not make the same person twice. */
  private async brought(tx: Transaction, siteId: string, names: readonly string[]): Promise<string | undefined> {
    for (const name of [...names].sort())
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`imported ${siteId} ${name}`]);
    const row = await tx.one<{ id: string }>(
      `SELECT customer_id AS id FROM imported_customers WHERE site_id = $1 AND known_by = ANY($2)
       ORDER BY array_position($2, known_by) LIMIT 1`,
      [siteId, names],
    );
    return row?.id;
  }

  private async make(tx: Transaction, siteId: string, name: string, locale: Locale): Promise<string> {
    const id = newId();
    await tx.query('INSERT INTO customers (id, site_id, name, locale) VALUES ($1, $2, $3, $4)', [
      id,
      siteId,
      name,
      locale,
    ]);
    return id;
  }

  private async reach(tx: Transaction, id: string, { email, phone }: BroughtCustomer): Promise<void> {
    if (email) await this.contactPoints.give(tx, id, 'email', email);
    if (phone) await this.contactPoints.give(tx, id, 'phone', phone);
  }
}

function namesOf({ email, phone, key }: BroughtCustomer): string[] {
  const names = [...(email ? [`email:${email}`] : []), ...(key ? [key] : [])];
  return names.length === 0 && phone ? [`phone:${phone}`] : names;
}
