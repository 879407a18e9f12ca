import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { STAFF_LINK_HOURS, type StaffLinkPurpose, type StaffLinkView } from '../../contract/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { oneAtATime } from '../administration/one-at-a-time.js';
import { hashSecret, newSecret } from '../secrets.js';

export interface HeldLink {
  id: string;
  purpose: StaffLinkPurpose;
  staffId: string | null;
  email: string | null;
  name: string | null;
  expiresAt: Date;
  [column: string]: unknown;
}

/** One-time links that are handed over by hand, as there is no mail yet. The table holds hashes alone. */
@Injectable()
export class StaffLinks {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A new link; an earlier one of the same person works no more. */
  async issue(tx: Transaction, staffId: string, purpose: Exclude<StaffLinkPurpose, 'setup'>): Promise<StaffLinkView> {
    await this.withdraw(tx, staffId);
    return await this.insert(tx, purpose, staffId);
  }

  /** For the first administrator, while there is nobody. @returns undefined as soon as there is somebody */
  async issueSetup(deskUrl: string): Promise<StaffLinkView | undefined> {
    return await this.database.transaction(async (tx) => {
      // Of processes that start together each takes back the link of the one before.
      await oneAtATime(tx);
      if (await tx.one('SELECT 1 AS somebody FROM staff LIMIT 1')) return undefined;
      await tx.query(`DELETE FROM staff_links WHERE purpose = 'setup'`);
      return await this.insert(tx, 'setup', null, deskUrl);
    });
  }

  async withdraw(tx: Transaction, staffId: string): Promise<void> {
    await tx.query('DELETE FROM staff_links WHERE staff_id = $1', [staffId]);
  }

  /** Undefined for one that is used, replaced, expired, or was never made. */
  async find(token: string): Promise<HeldLink | undefined> {
    return await this.database.one<HeldLink>(
      `SELECT l.id, l.purpose, l.staff_id AS "staffId", s.email, s.name, l.expires_at AS "expiresAt"
       FROM staff_links l LEFT JOIN staff s ON s.id = l.staff_id WHERE l.token_hash = $1 AND l.expires_at > desk_now()`,
      [hashSecret(token)],
    );
  }

  /** Takes it out of use. @returns false when somebody was faster, or a newer one has taken its place */
  async use(tx: Transaction, { id }: HeldLink): Promise<boolean> {
    const used = await tx.one('DELETE FROM staff_links WHERE id = $1 AND expires_at > desk_now() RETURNING id', [id]);
    return used !== undefined;
  }

  private async insert(
    tx: Transaction,
    purpose: StaffLinkPurpose,
    staffId: string | null,
    deskUrl = this.config.publicUrl,
  ): Promise<StaffLinkView> {
    const token = newSecret();
    const row = await tx.one<{ expiresAt: Date }>(
      `INSERT INTO staff_links (id, staff_id, purpose, token_hash, expires_at)
       VALUES ($1, $2, $3, $4, desk_now() + make_interval(hours => $5)) RETURNING expires_at AS "expiresAt"`,
      [newId(), staffId, purpose, hashSecret(token), STAFF_LINK_HOURS],
    );
    if (!row) throw new Error('an inserted row comes back');
    return { purpose, url: `${deskUrl}/console/welcome#${token}`, expiresAt: row.expiresAt.toISOString() };
  }
}
