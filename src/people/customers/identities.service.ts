import { Injectable } from '@nestjs/common';
import { Clock, newId } from '../../platform/clock/index.js';
import { Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { CustomerPrincipal } from '../principals.js';
import { type LiveSecret, SiteSecrets } from '../sites/site-secrets.service.js';
import { VisitorIdentified } from './customer.events.js';
import { openVisitorSession } from './customer-sessions.service.js';
import { saveContactPoint, saveShop } from './host-word.js';
import type { IdentityClaims } from './identity-token.js';
import { readIdentityToken } from './identity-token.js';

export interface BoundIdentity {
  customerId: string;
  name: string;
  /** True when an anonymous visitor has just become this customer: what they have open moves with them. */
  moved: boolean;
  /** Who the browser session was bound to until now, when `moved`. */
  previousCustomerId?: string;
  /** Who acts from now on. */
  principal: CustomerPrincipal;
  /** A new key for the browser: its session was another customer's, has ended, and this one begins empty. */
  sessionKey?: string;
}

@Injectable()
export class Identities {
  constructor(
    private readonly secrets: SiteSecrets,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Binds a browser session to the customer of the host site's signed token, whose shop and contact points become what it
   * says. Only an anonymous visitor's things move; two identified customers are never merged. Safe to call from two tabs at
   * once and again with the same token.
   * @throws DeskError `identity_token_invalid`, `identity_token_expired`, `session_ended`
   */
  async bind(tx: Transaction, principal: CustomerPrincipal, token: string): Promise<BoundIdentity> {
    const session = await lockSession(tx, principal.visitorSessionId);
    const secrets = await this.secrets.live(principal.siteId, tx);
    const { claims, signedBy } = await readIdentityToken(
      token,
      session.key,
      secrets.map(({ secret }) => secret),
      this.clock.now(),
    );
    await this.secrets.used(tx, secrets[signedBy] as LiveSecret);
    const locale = claims.locale ?? principal.locale;
    const customerId = await saveCustomer(tx, principal.siteId, claims, locale);
    const bound = { ...principal, customerId, locale, identified: true, name: claims.name };
    const result = { customerId, name: claims.name, moved: false, principal: bound };
    if (session.customerId === customerId) return result;
    if (session.identified) {
      await tx.query('UPDATE visitor_sessions SET ended_at = desk_now() WHERE id = $1', [principal.visitorSessionId]);
      const opened = await openVisitorSession(tx, { siteId: principal.siteId, customerId, locale });
      return { ...result, principal: { ...bound, visitorSessionId: opened.id }, sessionKey: opened.sessionKey };
    }
    await tx.query('UPDATE visitor_sessions SET customer_id = $2, locale = $3 WHERE id = $1', [
      principal.visitorSessionId,
      customerId,
      locale,
    ]);
    await tx.query('UPDATE customer_steps SET customer_id = $2 WHERE customer_id = $1', [
      session.customerId,
      customerId,
    ]);
    await this.outbox.add(
      tx,
      VisitorIdentified(`customer:${session.customerId}`, { visitorId: session.customerId, customerId }),
    );
    return { ...result, moved: true, previousCustomerId: session.customerId };
  }
}

type LockedSession = { customerId: string; identified: boolean; key: string };

/**
 * Always locked first, so that two tabs come one after the other. Locked and read in two statements: one that joins would,
 * after waiting for the other tab, still look for the customer whom the session had before, and find nothing.
 */
async function lockSession(tx: Transaction, visitorSessionId: string): Promise<LockedSession> {
  await tx.query('SELECT 1 FROM visitor_sessions WHERE id = $1 FOR UPDATE', [visitorSessionId]);
  const row = await tx.one<LockedSession>(
    `SELECT v.customer_id AS "customerId", c.external_id IS NOT NULL AS identified,
            s.key
       FROM visitor_sessions v JOIN customers c ON c.id = v.customer_id JOIN sites s ON s.id = v.site_id
      WHERE v.id = $1 AND v.ended_at IS NULL`,
    [visitorSessionId],
  );
  if (!row) throw new DeskError('session_ended');
  return row;
}

async function saveCustomer(tx: Transaction, siteId: string, claims: IdentityClaims, locale: string): Promise<string> {
  const shopId = claims.shop ? await saveShop(tx, siteId, claims.shop) : null;
  const row = await tx.one<{ id: string }>(
    `INSERT INTO customers (id, site_id, external_id, shop_id, name, locale, shop_cases) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (site_id, external_id)
     DO UPDATE SET shop_id = excluded.shop_id, name = excluded.name, locale = excluded.locale,
                   shop_cases = excluded.shop_cases RETURNING id`,
    [newId(), siteId, claims.sub, shopId, claims.name, locale, shopId !== null && claims.shop_cases === true],
  );
  const { id } = row as { id: string };
  if (claims.email) await saveContactPoint(tx, id, 'email', claims.email);
  if (claims.phone) await saveContactPoint(tx, id, 'phone', claims.phone);
  return id;
}
