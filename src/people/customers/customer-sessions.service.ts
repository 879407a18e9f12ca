import { Injectable } from '@nestjs/common';
import type { Locale } from '../../contract/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database, Transaction } from '../../platform/db/index.js';
import type { CustomerPrincipal } from '../principals.js';
import { hashSecret, newSecret } from '../secrets.js';
import { Sites } from '../sites/sites.service.js';

/** Days after which a browser that never came back is a stranger again. */
const IDLE_DAYS = 30;
const BEARER = /^Bearer ([A-Za-z0-9_-]{1,200})$/;

type SessionRow = CustomerPrincipal & { stale: boolean };

const PRINCIPAL = `
  SELECT v.customer_id AS "customerId", v.id AS "visitorSessionId", v.site_id AS "siteId", s.key AS "siteKey", v.locale,
         c.external_id IS NOT NULL AS identified, c.name, v.last_seen_at < desk_now() - interval '1 minute' AS stale
    FROM visitor_sessions v JOIN customers c ON c.id = v.customer_id JOIN sites s ON s.id = v.site_id
   WHERE v.ended_at IS NULL AND v.last_seen_at > desk_now() - interval '${IDLE_DAYS} days'`;

/** The browser sessions of customers, anonymous or identified. */
@Injectable()
export class CustomerSessions {
  constructor(
    private readonly database: Database,
    private readonly sites: Sites,
  ) {}

  /**
   * Goes on with a session of this site, or begins a new one with a new anonymous visitor when the key is missing, unknown,
   * ended or another site's.
   * @returns the key for the browser to keep; stored nowhere else
   * @throws DeskError `site_unknown`, `origin_not_allowed`
   */
  async resume(request: {
    siteKey: string;
    sessionKey?: string;
    locale: Locale;
    /** Origin of the host page, where it is known. */
    origin?: string;
  }): Promise<{ sessionKey: string; principal: CustomerPrincipal }> {
    const site = await this.sites.admit(request.siteKey, request.origin);
    const { sessionKey, locale } = request;
    const known = sessionKey ? await this.authenticate(sessionKey) : undefined;
    if (sessionKey && known?.siteId === site.id) {
      if (known.locale === locale) return { sessionKey, principal: known };
      await this.database.query('UPDATE visitor_sessions SET locale = $2 WHERE id = $1', [
        known.visitorSessionId,
        locale,
      ]);
      return { sessionKey, principal: { ...known, locale } };
    }
    return this.database.transaction(async (tx) => {
      const customerId = newId();
      await tx.query(`INSERT INTO customers (id, site_id, name, locale) VALUES ($1, $2, '', $3)`, [
        customerId,
        site.id,
        locale,
      ]);
      const opened = await openVisitorSession(tx, { siteId: site.id, customerId, locale });
      return {
        sessionKey: opened.sessionKey,
        principal: {
          customerId,
          visitorSessionId: opened.id,
          siteId: site.id,
          siteKey: site.key,
          locale,
          identified: false,
          name: '',
        },
      };
    });
  }

  /** Who holds this key; undefined when it is unknown, ended or long forgotten. */
  async authenticate(sessionKey: string): Promise<CustomerPrincipal | undefined> {
    const [row] = await this.database.prepared<SessionRow>(
      'people-authenticate-customer',
      `${PRINCIPAL} AND v.key_hash = $1`,
      [hashSecret(sessionKey)],
    );
    if (!row) return undefined;
    const { stale, ...principal } = row;
    if (stale)
      await this.database.query('UPDATE visitor_sessions SET last_seen_at = desk_now() WHERE id = $1', [
        principal.visitorSessionId,
      ]);
    return principal;
  }

  /** The same by the `Authorization` header of a widget's HTTP call, whose bearer token is the key. */
  async ofBearer(authorization: string | undefined): Promise<CustomerPrincipal | undefined> {
    const key = BEARER.exec(authorization ?? '')?.[1];
    return key ? await this.authenticate(key) : undefined;
  }

  /** For whom each of these sessions speaks now, by session id; those that have ended are missing. */
  async owners(visitorSessionIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.prepared<{ id: string; customerId: string }>(
      'people-visitor-session-owners',
      'SELECT id, customer_id AS "customerId" FROM visitor_sessions WHERE id = ANY($1::uuid[]) AND ended_at IS NULL',
      [visitorSessionIds],
    );
    return new Map(rows.map(({ id, customerId }) => [id, customerId]));
  }

  /** Logged out: this key opens nothing any more. */
  async end(principal: CustomerPrincipal): Promise<void> {
    await this.database.query('UPDATE visitor_sessions SET ended_at = desk_now() WHERE id = $1 AND ended_at IS NULL', [
      principal.visitorSessionId,
    ]);
  }
}

/** @returns the new session's id and the only copy of its key */
export async function openVisitorSession(
  tx: Transaction,
  session: { siteId: string; customerId: string; locale: Locale },
): Promise<{ id: string; sessionKey: string }> {
  const id = newId();
  const sessionKey = newSecret();
  await tx.query(
    'INSERT INTO visitor_sessions (id, key_hash, site_id, customer_id, locale) VALUES ($1, $2, $3, $4, $5)',
    [id, hashSecret(sessionKey), session.siteId, session.customerId, session.locale],
  );
  return { id, sessionKey };
}
