import { Injectable } from '@nestjs/common';
import type { Locale, StaffLinkPurposeView } from '../../contract/index.js';
import { Audit } from '../../platform/audit/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { addressKey, type RateLimit, RateLimits } from '../../platform/rate-limit/index.js';
import { oneAtATime } from '../administration/one-at-a-time.js';
import { hashPassword } from '../sessions/passwords.js';
import { revokeSessions } from '../sessions/revoke-sessions.js';
import { staffDeed } from '../staff/staff-deed.js';
import { type HeldLink, StaffLinks } from './staff-links.service.js';

/** A token cannot be guessed; but every try may cost a password hash. */
const PER_ADDRESS: RateLimit = { name: 'staff-link-address', points: 60, seconds: 15 * 60 };

export interface Acceptance {
  token: string;
  password: string;
  /** Of who joins; a reset leaves it. */
  name?: string;
  locale: Locale;
  /** Of the first administrator alone; all others were invited by theirs. */
  email?: string;
}

/** The team that every case can fall back to: with it a new desk works from the first minute. */
const FIRST_TEAM = { key: 'frontline', name: { 'zh-CN': '客服一线', en: 'Front line' } };

/** Whoever holds a link sets a password by it, and signs in with that. */
@Injectable()
export class Acceptances {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly links: StaffLinks,
    private readonly rateLimits: RateLimits,
  ) {}

  /** @throws DeskError `link_invalid`, `too_many_requests` */
  async look(token: string, address: string): Promise<StaffLinkPurposeView> {
    const { purpose, email, name, expiresAt } = await this.held(token, address);
    return { purpose, ...(email && { email }), ...(name && { name }), expiresAt: expiresAt.toISOString() };
  }

  /** @returns the address to sign in with. @throws DeskError `link_invalid`, `invalid_input`, `too_many_requests` */
  async accept(acceptance: Acceptance, address: string): Promise<{ email: string }> {
    const link = await this.held(acceptance.token, address);
    const email = link.email ?? acceptance.email?.toLowerCase();
    if (!email || (link.purpose !== 'password_reset' && !acceptance.name))
      throw new DeskError('invalid_input', { errors: [{ path: email ? 'name' : 'email', message: 'is required' }] });
    const hash = await hashPassword(acceptance.password);
    await this.database.transaction(async (tx) => {
      await lockFor(tx, link);
      if (!(await this.links.use(tx, link))) throw new DeskError('link_invalid');
      if (link.purpose === 'password_reset') await this.resetPassword(tx, link, hash);
      else if (link.purpose === 'invitation') await this.join(tx, link, acceptance, hash);
      else await this.found(tx, email, acceptance, hash);
    });
    return { email };
  }

  private async held(token: string, address: string): Promise<HeldLink> {
    await this.rateLimits.consume(PER_ADDRESS, addressKey(address));
    const link = await this.links.find(token);
    if (!link) throw new DeskError('link_invalid');
    return link;
  }

  private async resetPassword(tx: Transaction, { staffId }: HeldLink, hash: string): Promise<void> {
    const staff = await tx.one<{ id: string; name: string }>(
      'UPDATE staff SET password_hash = $2 WHERE id = $1 AND disabled_at IS NULL RETURNING id, name',
      [staffId, hash],
    );
    if (!staff) throw new DeskError('link_invalid');
    await revokeSessions(tx, staff.id);
    await this.audit.record(tx, staffDeed({ kind: 'staff', ...staff }, 'password_set', staff));
  }

  private async join(tx: Transaction, { staffId }: HeldLink, { name, locale }: Acceptance, hash: string) {
    const staff = await tx.one<{ id: string; name: string }>(
      `UPDATE staff SET name = $2, locale = $3, password_hash = $4, joined_at = desk_now(), version = version + 1
       WHERE id = $1 AND disabled_at IS NULL RETURNING id, name`,
      [staffId, name, locale, hash],
    );
    if (!staff) throw new DeskError('link_invalid');
    await this.audit.record(tx, staffDeed({ kind: 'staff', ...staff }, 'joined', staff));
  }

  private async found(tx: Transaction, email: string, { name, locale }: Acceptance, hash: string): Promise<void> {
    const staff = await tx.one<{ id: string; name: string }>(
      `INSERT INTO staff (id, email, name, role, password_hash, locale)
       SELECT $1, $2, $3, 'admin', $4, $5 WHERE NOT EXISTS (SELECT FROM staff) RETURNING id, name`,
      [newId(), email, name, hash, locale],
    );
    if (!staff) throw new DeskError('link_invalid');
    await tx.query('INSERT INTO teams (id, key, name) SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT FROM teams)', [
      newId(),
      FIRST_TEAM.key,
      FIRST_TEAM.name,
    ]);
    await this.audit.record(tx, staffDeed({ kind: 'staff', ...staff }, 'joined', staff));
  }
}

/** The person before their link, as everybody else does it; of an empty desk nobody else becomes the first meanwhile. */
async function lockFor(tx: Transaction, { staffId }: HeldLink): Promise<void> {
  if (staffId) await tx.query('SELECT 1 FROM staff WHERE id = $1 FOR NO KEY UPDATE', [staffId]);
  else await oneAtATime(tx);
}
