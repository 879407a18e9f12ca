import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { Database } from '../../platform/db/index.js';
import { preferencesKey } from './mail-links.js';

const PREFERENCE = `
  SELECT p.value AS address, EXISTS (
           SELECT FROM mail_refusals r WHERE r.customer_id = p.customer_id AND r.address = lower(p.value)) AS off
  FROM contact_points p WHERE p.id = $1 AND p.kind = 'email'`;
const REFUSE = `
  INSERT INTO mail_refusals (customer_id, address)
  SELECT customer_id, lower(value) FROM contact_points WHERE id = $1 AND kind = 'email' ON CONFLICT DO NOTHING`;
const ACCEPT = `
  DELETE FROM mail_refusals r USING contact_points p
  WHERE p.id = $1 AND p.kind = 'email' AND r.customer_id = p.customer_id AND r.address = lower(p.value)`;

/** Whether an address wants our mail; whoever has the link of a mail that went there may say so. */
@Injectable()
export class MailPreferences {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Pick<Config, 'secretKey'>,
  ) {}

  /** Undefined for a wrong key as for an address that is none of a customer's any more. */
  async of(contactPointId: string, key: string): Promise<{ address: string; off: boolean } | undefined> {
    if (!this.fits(contactPointId, key)) return undefined;
    return await this.database.one<{ address: string; off: boolean }>(PREFERENCE, [contactPointId]);
  }

  /** Once or again. A wrong key does nothing, and looks the same. */
  async set(contactPointId: string, key: string, off: boolean): Promise<void> {
    if (this.fits(contactPointId, key)) await this.database.query(off ? REFUSE : ACCEPT, [contactPointId]);
  }

  private fits(contactPointId: string, key: string): boolean {
    const [given, expected] = [Buffer.from(key), Buffer.from(preferencesKey(this.config.secretKey, contactPointId))];
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
